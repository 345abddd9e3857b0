/** A PDF as text: every byte as the character of its number, which is what the file is written in. */
export function pdfSource(bytes: Uint8Array): string {
  const step = 0x8000; // arguments that a call takes
  let text = '';
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return text;
}
