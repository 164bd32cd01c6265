import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../../electron/feeds/decode-bytes'

const decode = (bytes: Uint8Array, contentType: string | null = null) => decodeBytes(bytes, { contentType })
const xml = (charset: string, text: string) =>
  iconv.encode(`<?xml version="1.0" encoding="${charset}"?><t>${text}</t>`, charset)

const RUSSIAN =
  'В среду утром над городом прошёл сильный дождь, движение трамваев было остановлено на два часа. ' +
  'Представитель управления сообщил, что ремонт путей начнётся через неделю и продлится до осени.'
const GREEK =
  'Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την προστασία των δασών και των παραλιών της χώρας.'
const HEBREW = 'הממשלה הודיעה הבוקר על תוכנית חדשה לשיקום היערות והחופים ברחבי הארץ בשנים הקרובות.'
const THAI = 'รัฐบาลประกาศมาตรการใหม่เมื่อเช้าวันนี้เพื่อปกป้องป่าไม้และชายฝั่งทะเลทั่วประเทศ'
const JAPANESE =
  '政府は今朝、全国の森林と海岸を守るための新しい対策を発表しました。工事は来週から始まります。'
const CHINESE = '政府今天早上宣布了保护全国森林和海岸的新措施，工程将于下周开始，预计秋天完成。'
const TAIWANESE = '政府今天早上宣布了保護全國森林和海岸的新措施，工程將於下週開始，預計秋天完成。'
const KOREAN =
  '정부는 오늘 아침 전국의 숲과 해안을 보호하기 위한 새로운 대책을 발표했다. 공사는 다음 주에 시작된다.'

describe('decodeBytes', () => {
  it('lets valid UTF-8 win over a header and a declaration that lie', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><t>Grüße, “naïve”</t>')
    expect(decode(bytes, 'text/xml; charset=windows-1251')).toMatchObject({ charset: 'utf-8', from: 'guess' })
    expect(decode(bytes).text).toContain('Grüße, “naïve”')
  })

  it('puts the header before the declaration, and says where it looked', () => {
    const bytes = xml('koi8-r', 'Погода')
    expect(decode(bytes)).toMatchObject({ charset: 'koi8-r', from: 'xml' })
    expect(decode(bytes, 'text/xml; charset="KOI8-R"')).toMatchObject({ charset: 'koi8-r', from: 'http' })
    expect(decode(bytes).text).toContain('Погода')
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('reads %s with and without a mark', (charset) => {
    const text = '<?xml version="1.0"?><t>Grüße 新聞</t>'
    expect(decode(iconv.encode(text, charset, { addBOM: true }))).toMatchObject({
      text,
      charset,
      from: 'bom',
    })
    expect(decode(iconv.encode(text, charset, { addBOM: false }))).toMatchObject({
      text,
      charset,
      from: 'guess',
    })
  })

  it.each([
    ['gb2312', 'gb18030', CHINESE],
    ['big5', 'big5', TAIWANESE],
    ['shift_jis', 'shift_jis', JAPANESE],
    ['euc-jp', 'euc-jp', JAPANESE],
    ['euc-kr', 'euc-kr', KOREAN],
    ['tis-620', 'windows-874', THAI],
    ['windows-1251', 'windows-1251', RUSSIAN],
    ['iso-8859-7', 'iso-8859-7', GREEK],
    ['windows-1255', 'windows-1255', HEBREW],
  ])('reads what declares %s', (label, charset, text) => {
    expect(decode(xml(label, text))).toMatchObject({ charset, from: 'xml' })
    expect(decode(xml(label, text)).text).toContain(text)
  })

  it.each([
    ['gb18030', CHINESE],
    ['big5', TAIWANESE],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-874', THAI],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['windows-1255', HEBREW],
  ])('guesses %s where nothing is declared', (charset, text) => {
    const bytes = iconv.encode(`<rss><title>${text}</title><p>${text}</p></rss>`, charset)
    expect(decode(bytes)).toMatchObject({ charset, from: 'guess' })
    expect(decode(bytes).text).toContain(text)
  })

  // A few titles of a few words are all that many a feed holds beside English and addresses.
  it.each([
    ['windows-1251', 'Новини за реката', 'Мостът отваря в неделя'],
    ['iso-8859-5', 'Новини за реката', 'Мостът отваря в неделя'],
    ['koi8-r', 'Новости о реке', 'Мост откроют весной'],
    ['x-mac-cyrillic', 'Новости о реке', 'Мост откроют весной'],
    ['ibm866', 'Новости о реке', 'Мост откроют весной'],
    ['koi8-u', 'Річкові новини', 'Міст відкриють навесні, її чекали'],
    ['windows-1251', 'Вести о реци', 'Мост се отвара у недељу, каже већ градоначелник'],
    ['windows-1254', 'Irmak haberleri', 'Köprü pazar günü açılıyor, yağış sürüyor'],
    ['windows-1250', 'Říční zprávy', 'Most se otevře v neděli, přijďte včas'],
    [
      'windows-1250',
      'Wieści znad rzeki',
      'Most będzie otwarty w niedzielę, jeśli pogoda pozwoli; później święto',
    ],
    ['iso-8859-2', 'Hírek a folyóról', 'A hidat vasárnap nyitják meg, szükség van rá, erős eső jön'],
    ['windows-1257', 'Žinios apie upę', 'Tiltas bus atidarytas sekmadienį, šventė prasidės vėliau'],
    ['windows-1252', 'Neues vom Fluß', 'Die Brücke öffnet am Sonntag für Fußgänger'],
    ['windows-1252', 'La rivière', 'Le pont ouvrira dimanche après la fête, déjà très attendue'],
    ['windows-1252', 'Fréttir af ánni', 'Brúin verður opnuð á sunnudag, það er gott'],
    ['windows-1253', 'Νέα του ποταμού', 'Η γέφυρα ανοίγει την Κυριακή'],
    ['windows-1255', 'חדשות הנהר', 'הגשר ייפתח ביום ראשון'],
    ['windows-1256', 'أخبار النهر', 'الجسر يفتح يوم الأحد'],
  ])('reads a short feed in undeclared %s: %s', (charset, title, other) => {
    const text =
      `<rss version="2.0"><channel><title>River Watch: ${title}</title><item><title>New bridge: the plans</title>` +
      `<link>http://river.invalid/show?id=67&amp;topic=${title.split(' ')[0] ?? ''}</link></item>` +
      `<item><title>${other}</title><link>http://river.invalid/show?id=66</link></item></channel></rss>`
    expect(
      decode(iconv.encode(text, charset === 'ibm866' ? 'cp866' : charset.replace('x-mac-', 'mac'))),
    ).toEqual(expect.objectContaining({ text, from: 'guess' }))
  })

  it('reads English whose only signs are quotation marks and dashes', () => {
    const text = '<rss><title>“It’s done” – the mayor’s words…</title></rss>'
    expect(decode(iconv.encode(text, 'windows-1252'))).toMatchObject({ text, charset: 'windows-1252' })
  })

  it('tells ISO-2022-JP by its escapes', () => {
    const bytes = Buffer.from('<t>\x1b$B?7J9\x1b(B news</t>', 'latin1')
    expect(decode(bytes)).toMatchObject({ text: '<t>新聞 news</t>', charset: 'iso-2022-jp', from: 'guess' })
    expect(decode(bytes, 'text/xml; charset=ISO-2022-JP').from).toBe('http')
  })

  it('reads stray windows-1252 bytes within UTF-8 as what they were meant', () => {
    const bytes = Buffer.concat([
      Buffer.from('Überall schöne Grüße an Zoë für Ömer, Ärger, Öl, Größe '),
      Buffer.from([0x93]),
    ])
    expect(decode(bytes).text).toMatch(/Größe “$/)
  })

  it('finds the encoding in the meta of a page', () => {
    const page = iconv.encode(
      '<html><head><meta charset="windows-1250"></head><p>Žluťoučký kůň</p>',
      'windows-1250',
    )
    expect(decode(page, 'text/html')).toMatchObject({ charset: 'windows-1250', from: 'meta' })
  })

  it('does not mind a bogus name or empty bytes', () => {
    expect(decode(Buffer.from('<t>x</t>'), 'text/xml; charset=bogus')).toMatchObject({
      charset: 'utf-8',
      from: 'default',
    })
    expect(decode(new Uint8Array())).toEqual({ text: '', charset: 'utf-8', from: 'default' })
  })
})
