import type { Answer } from '../api/operations.ts';

type Reading = Answer<'brand.preview'>['contrast'][number];
const figure = (ratio: number): string => `${ratio.toFixed(1)}:1`;

/** How well the accent can be seen, by WCAG, and what it becomes where that is not enough. */
export function ContrastTable({ readings }: { readonly readings: readonly Reading[] }) {
  return (
    <div className="list-wrap"><table className="list look-contrast">
      <caption className="sr">Contrast of the accent</caption>
      <thead><tr><th scope="col">Where</th><th scope="col">Your colour</th><th scope="col">Used</th></tr></thead>
      <tbody>{readings.map((reading) => {
        const { scheme, use, given, ratio, needed, used, usedRatio } = reading;
        return (
          <tr key={`${scheme} ${use}`}>
            <th scope="row">{use === 'button' ? 'Buttons' : 'Links'}, {scheme}</th>
            <td><Swatch colour={given} /> {figure(ratio)}{ratio < needed && <span className="small minus"> too little, {figure(needed)} is needed</span>}</td>
            <td><Swatch colour={used} /> {used === given ? 'as chosen' : <><code>{used}</code> {figure(usedRatio)}</>}</td>
          </tr>
        );
      })}</tbody>
    </table></div>
  );
}

const Swatch = ({ colour }: { readonly colour: string }) => <span className="look-swatch" style={{ background: colour }} aria-hidden="true" />;
