/**
 * What Excel takes as the name of a sheet: at most 31 characters, without `* ? : \ / [ ]`, no two alike whatever their
 * case.
 */

/** Gives each name that is asked for as Excel takes it, and no name twice; none of `taken`. */
export function sheetNames(...taken: readonly string[]): (wanted: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return (wanted) => {
    const plain = wanted.replace(/[\\/*?:[\]]/g, '_').replace(/^'|'$/g, '_');
    const stem = plain === '' || plain.toLowerCase() === 'history' ? `${plain}_` : plain;
    // not half of a character outside the basic plane
    let name = [...stem].slice(0, 31).join('').slice(0, 31);
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${stem.slice(0, 27)}(${count})`;
    used.add(name.toLowerCase());
    return name;
  };
}
