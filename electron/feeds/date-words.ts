/** Words of dates: month names in the languages that feeds write them in, and the zones of RFC 822 and of everyday life. */

const MONTHS: readonly (readonly string[])[] = [
  'jan januar january janvier janv jän jänner jaen enero ene gennaio gen janeiro januari jaan januára január januar styczen stycznia sty ocak oca января янв январь ιαν ιανουάριος ιανουαρίου leden ledna siječanj ianuarie tammikuu'.split(
    ' ',
  ),
  'feb februar february fevrier février févr fév fevr febrero febbraio fevereiro fev februari február febr luty lutego lut şubat şub февраля фев февраль φεβ φεβρουάριος φεβρουαρίου únor února veljača februarie helmikuu'.split(
    ' ',
  ),
  'mar march märz maerz mrz mär mars marzo março marco maart mrt március márc marzec marca mart марта мар март μάρ μαρ μάρτιος μαρτίου březen března ožujak martie maaliskuu'.split(
    ' ',
  ),
  'apr april avril avr abril abr aprile április ápr kwiecień kwietnia kwi nisan nis апреля апр апрель απρ απρίλιος απριλίου duben dubna travanj aprilie huhtikuu'.split(
    ' ',
  ),
  'may mai mayo maggio mag maio mei május máj maj maja mayıs mayis мая май μάι μαϊ μάϊ μαι μάιος μαΐου květen května svibanj toukokuu'.split(
    ' ',
  ),
  'jun juni june juin junio giugno giu junho június jún czerwiec czerwca cze haziran haz июня июн июнь ιούν ιουν ιον ιούνιος ιουνίου červen června lipanj iunie kesäkuu'.split(
    ' ',
  ),
  'jul juli july juillet juil julio luglio lug julho július júl lipiec lipca lip temmuz tem июля июл июль ιούλ ιουλ ιολ ιούλιος ιουλίου červenec července srpanj iulie heinäkuu'.split(
    ' ',
  ),
  'aug august août aout agosto ago augustus augusztus aug sierpień sierpnia sie ağustos ağu августа авг август αύγ αυγ αύγουστος αυγούστου srpen srpna kolovoz elokuu'.split(
    ' ',
  ),
  'sep sept september septembre septiembre settembre set setembro szeptember szept wrzesień września wrz eylül eyl сентября сен сент сентябрь σεπ σεπτέμβριος σεπτεμβρίου září rujan septembrie syyskuu'.split(
    ' ',
  ),
  'oct october oktober okt octobre octubre ottobre ott outubro out október październik października paź ekim eki октября окт октябрь οκτ οκτώβριος οκτωβρίου říjen října listopada octombrie lokakuu'.split(
    ' ',
  ),
  'nov november novembre noviembre novembro listopad lis kasım kas ноября ноя нояб ноябрь νοέ νοε νοέμβριος νοεμβρίου listopadu studeni noiembrie marraskuu'.split(
    ' ',
  ),
  'dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro dez desember des dec grudzień grudnia gru aralık ara декабря дек декабрь δεκ δεκέμβριος δεκεμβρίου prosinec prosince prosinac decembrie joulukuu'.split(
    ' ',
  ),
]

const MONTH_NUMBERS = new Map<string, number>()
MONTHS.forEach((names, at) => {
  for (const name of names) if (!MONTH_NUMBERS.has(name)) MONTH_NUMBERS.set(name, at + 1)
})

/** Minutes east of Greenwich. Ambiguous names mean what most feeds mean by them (CST is Central, IST is India). */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  sast: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  trt: 180,
  ist: 330,
  pkt: 300,
  ict: 420,
  wib: 420,
  sgt: 480,
  hkt: 480,
  awst: 480,
  pht: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  brt: -180,
  art: -180,
  clt: -240,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
}

/** 1 to 12, or null for a word that names no month. Case and a final dot do not matter. */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const known = MONTH_NUMBERS.get(lower)
  if (known !== undefined) return known
  // "Sebtember", "Septemb": English names are told by their first three letters.
  return /^[a-z]{4,}$/.test(lower) && lower.length <= 10 && !WEEKDAY.test(lower)
    ? (MONTH_NUMBERS.get(lower.slice(0, 3)) ?? null)
    : null
}

const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mar(?:di|tes|tedi)|mer|gio|jeu|vie|ven|sab|sam|dim|dom|lun|mie|juev|sexta|segunda|marted)/

/** Minutes east of Greenwich of a zone's name, or null for a word that is none. */
export function zoneMinutes(word: string): number | null {
  return ZONES[word.toLowerCase()] ?? null
}
