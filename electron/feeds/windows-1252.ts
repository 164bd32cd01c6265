/** The characters of windows-1252 at 0x80-0x9F, where Unicode has controls that no text means. */

const CHARACTERS: readonly number[] = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
]

/** The character meant by a code or byte from 0 to 255; only 0x80-0x9F differ from Unicode. */
export function windows1252(code: number): string {
  return String.fromCodePoint(code >= 0x80 && code <= 0x9f ? (CHARACTERS[code - 0x80] ?? code) : code)
}

/** Text whose controls U+0080-U+009F are read as the quotes and dashes that were pasted into it. */
export function controlsToCharacters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => windows1252(control.charCodeAt(0)))
}
