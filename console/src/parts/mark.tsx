/** Three nested thresholds: the product's mark, and in a population's hue the sign of its door. */
export function Mark({ size = 16 }: { readonly size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M2.25 15V2h11.5v13M5.25 15V5.5h5.5V15" /><path d="M8 15V9" />
    </svg>
  );
}
