/**
 * The letters of languages by falling frequency, and the encodings of one byte a letter they were written in: data for
 * `letter-likeness.ts`. Latin languages have their plain letters too, for those stand beside the others in a word.
 */

export interface LetterRanks {
  readonly language: string
  readonly letters: string
}

export interface Alphabet {
  /** Likeliest first: of two that read the same, the first is told. */
  readonly charsets: readonly string[]
  readonly languages: readonly LetterRanks[]
}

const WESTERN: Alphabet = {
  charsets: ['windows-1252'],
  languages: [
    { language: 'en', letters: 'etaoinshrdlcumwfgypbvkjxqzé' },
    { language: 'de', letters: 'enisratdhulcgmobwfkzpvüßäöjyxqé' },
    { language: 'fr', letters: 'esaitnrulodcmpévqfbghjàxèyêzwçkîâôûùœïë' },
    { language: 'es', letters: 'eaosrnidlctumpbgvyqóhfíázjéxñúkwü' },
    { language: 'ca', letters: 'eaisrntlodcumpvgbqfàhèóíxjéúòçzüïkyw' },
    { language: 'pt', letters: 'aeosrindmutclpvgqbfhãzçáéíjxõêóâúàôkwyü' },
    { language: 'it', letters: 'eaionlrtscdupmvghfbqzòèùàéìjxykw' },
    { language: 'nl', letters: 'enatirodslghvkmubpwjczfxyqëïéèöü' },
    { language: 'sv', letters: 'eantrsildomgkvfuhäpåöcbjyxwzqé' },
    { language: 'da', letters: 'enrtdaisogklmfvbuphøjyåæcwzxqé' },
    { language: 'fi', letters: 'aintesloukämvrjhypdögbfcåwqxz' },
    { language: 'is', letters: 'anrieðsutlgkmfvháþoæbíydójéýöúpxcqw' },
  ],
}

const CENTRAL: Alphabet = {
  charsets: ['windows-1250', 'iso-8859-2'],
  languages: [
    { language: 'pl', letters: 'iaeozncrswytkdlpmułjęgbąhżśóćfńźvqx' },
    { language: 'cs', letters: 'eoantivlsrdkupímcházyjběžřýčéšůgúfňxťóďwq' },
    { language: 'sk', letters: 'aoeintvrslkdmpuchjázybíčšéžľýúťóôgňďfäxĺŕwq' },
    { language: 'hu', letters: 'eatlnskirogzmdéábvhyjupfcöóőíüúűxwq' },
    { language: 'ro', letters: 'eiartnulcsodăpmşţîâfvgbhzjxkwqy' },
    { language: 'hr', letters: 'aieonrsjtkuvdmlpgzbčhšžcćđfxyqw' },
  ],
}

const TURKISH: Alphabet = {
  charsets: ['windows-1254'],
  languages: [{ language: 'tr', letters: 'aeinrlıdkmuyotbsüşzgçhğvcöpfjâîûwxq' }],
}

const BALTIC: Alphabet = {
  charsets: ['windows-1257'],
  languages: [
    { language: 'lt', letters: 'iaseotrnkulmdpvgjėbyšzųžąūčįęcfhxwq' },
    { language: 'lv', letters: 'aisternuālokmdpvzīgēbjcšņļķūžģčfhxwq' },
    { language: 'et', letters: 'aieslutnkmdorvgpjhäõüböfšžcyzxwq' },
  ],
}

const CYRILLIC: Alphabet = {
  charsets: ['windows-1251', 'koi8-r', 'iso-8859-5', 'koi8-u', 'ibm866', 'x-mac-cyrillic'],
  languages: [
    { language: 'ru', letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё' },
    { language: 'bg', letters: 'аиоентрсвлдкпмзягуъбчжйщцхшюфь' },
    { language: 'uk', letters: 'оаинетвірсклудмпзяьбгчйюхцжїєфшщґ' },
    { language: 'be', letters: 'аінеорлсктдвуымпзяьгбўчхцжйшюэфё' },
    { language: 'sr', letters: 'аиоенрсјтуквдмплгзбчљцшхжњћђфџ' },
    { language: 'mk', letters: 'аоеитнрвсдклпмузјгбчшцжќфхњѓѕљџ' },
  ],
}

const GREEK: Alphabet = {
  charsets: ['iso-8859-7', 'windows-1253'],
  languages: [{ language: 'el', letters: 'αοιετσνηυρπκμλςγδωίθχόήάέφβύξζώψϊϋΐΰ' }],
}

const HEBREW: Alphabet = {
  charsets: ['windows-1255'],
  languages: [{ language: 'he', letters: 'יוהלאבתרםשמנקדפעחטגןזסצכךףץ' }],
}

const ARABIC: Alphabet = {
  charsets: ['windows-1256'],
  languages: [
    { language: 'ar', letters: 'ايلمنوتربةعدفسكهقحجشصخطذأءئضثإزىغآظؤ' },
    { language: 'fa', letters: 'اينرهدمتوسبشكلخفزگعجپقحچصغطآضژثظذئء' },
  ],
}

/** Alphabets that share their letters stand in the order in which the web uses them. */
export const ALPHABETS: readonly Alphabet[] = [
  WESTERN,
  CYRILLIC,
  CENTRAL,
  GREEK,
  TURKISH,
  HEBREW,
  ARABIC,
  BALTIC,
]
