/** One name for each encoding: what documents call it, and what the WHATWG Encoding Standard and iconv-lite call it. */

/** Label as found in the wild, lower case -> the name we use. Windows supersets stand for their ISO or national subsets, as in browsers. */
const ALIASES: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  'iso-latin-1': 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  l1: 'windows-1252',
  ansi: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  latin2: 'iso-8859-2',
  latin9: 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  tis620: 'windows-874',
  'x-windows-874': 'windows-874',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-6-i': 'iso-8859-6',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  utf16: 'utf-16',
  unicode: 'utf-16',
  'ucs-2': 'utf-16',
  'iso-10646-ucs-2': 'utf-16',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  utf32: 'utf-32',
  'ucs-4': 'utf-32',
  'iso-10646-ucs-4': 'utf-32',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  'windows-936': 'gb18030',
  'euc-cn': 'gb18030',
  'x-euc-cn': 'gb18030',
  'big5-hkscs': 'big5',
  'cn-big5': 'big5',
  'x-x-big5': 'big5',
  cp950: 'big5',
  'shift-jis': 'shift_jis',
  'shift jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'ms-kanji': 'shift_jis',
  ms_kanji: 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  'x-euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  csiso2022jp: 'iso-2022-jp',
  euc_kr: 'euc-kr',
  euckr: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  'ks_c_5601-1989': 'euc-kr',
  ksc5601: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  'windows-949': 'euc-kr',
  koi8: 'koi8-r',
  'koi8-ru': 'koi8-u',
  cp866: 'ibm866',
  'x-mac-roman': 'macintosh',
  mac: 'macintosh',
  'x-mac-ukrainian': 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
}

/** Our name -> iconv-lite's, where they differ. Unicode forms and ISO-2022-JP are decoded by other means. */
const ICONV_NAMES: Readonly<Record<string, string>> = {
  shift_jis: 'cp932',
  'euc-kr': 'cp949',
  big5: 'big5hkscs',
  'windows-874': 'cp874',
  ibm866: 'cp866',
  'x-mac-cyrillic': 'maccyrillic',
}

const KNOWN = new Set([
  ...Object.values(ALIASES),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `windows-125${n}`),
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((n) => `iso-8859-${n}`),
])

/** The one name of a declared encoding, or null for one that nobody knows ("bogus", "x-user-defined"). */
export function charsetName(label: string): string | null {
  const cleaned = label.trim().toLowerCase()
  const dashed = cleaned
    .replace(/^(?:x-)?(?:cp|windows|win)[-_ ]?(125\d)$/, 'windows-$1')
    .replace(/^iso[-_ ]?8859[-_ ]?(\d+)(?::\d+)?$/, 'iso-8859-$1')
  const name = ALIASES[dashed] ?? dashed
  return KNOWN.has(name) ? name : null
}

/** What iconv-lite calls it. */
export function iconvName(charset: string): string {
  return ICONV_NAMES[charset] ?? charset
}
