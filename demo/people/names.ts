import type { Chance } from './chance.ts';

const first = [
  'Ada', 'Amina', 'Bo', 'Carla', 'Chen', 'Dario', 'Dilek', 'Elif', 'Emil', 'Femi', 'Freja', 'Goran', 'Hana', 'Ines',
  'Ivo', 'Jonas', 'Kaito', 'Keira', 'Lena', 'Linh', 'Luca', 'Malik', 'Mara', 'Mei', 'Milan', 'Nadia', 'Niels', 'Noor',
  'Olga', 'Omar', 'Paula', 'Pavel', 'Rania', 'Rosa', 'Sami', 'Selma', 'Sofia', 'Tariq', 'Tessa', 'Uma', 'Vera', 'Wim',
  'Yara', 'Yusuf', 'Zoe',
] as const;
const last = [
  'Abel', 'Bauer', 'Berg', 'Costa', 'Dahl', 'Demir', 'Diaz', 'Ekwueme', 'Fischer', 'Fontaine', 'Garcia', 'Hansen',
  'Haddad', 'Ito', 'Jansen', 'Kaya', 'Klein', 'Kovac', 'Lang', 'Lehmann', 'Lopez', 'Marek', 'Meyer', 'Moreau', 'Nagy',
  'Nguyen', 'Novak', 'Okafor', 'Olsen', 'Park', 'Petrov', 'Popescu', 'Ricci', 'Rossi', 'Roy', 'Santos', 'Sato',
  'Silva', 'Singh', 'Sommer', 'Tanaka', 'Vogel', 'Weber', 'Wolf', 'Yilmaz', 'Zhang',
] as const;

export interface Name {
  readonly name: string;
  readonly handle: string;
}

/** A name, and what one would write before an @; the number keeps two of the same name apart. */
export function nameOf(chance: Chance, number: number): Name {
  const [given, family] = [chance.pick(first), chance.pick(last)];
  return { name: `${given} ${family}`, handle: `${given}.${family}.${number}`.toLowerCase() };
}

/** Reserved by RFC 2606: no mail to it can ever reach anybody. */
export const mailDomain = 'mail.example';
export const workDomain = 'larch-and-loom.example';
