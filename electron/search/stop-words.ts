/** Words that say nothing of an article's subject, in the languages most feeds are written in, folded as `foldWord` does. */

import { foldWord } from './fold-word'

const LISTS = [
  // English, with the words every report is made of.
  `a about after again against all also am an and any are as at be because been before being below between both but by can could did do
  does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just
  me more most my no nor not now of off on once only or other our out over own said same say says she should so some such than that the
  their them then there these they this those through to too under until up upon very was we were what when where which while who whom
  why will with would you your according reported told one two three first last new year years day days week month monday tuesday
  wednesday thursday friday saturday sunday mr mrs ms isn doesn didn wasn weren don won ll ve re`,
  // French, German, Dutch
  `au aux avec ce ces cette dans de des du elle elles en est et etre eux il ils je la le les leur lui mais me meme mes ne nos notre nous
  on ont ou par pas plus pour qu que qui sa sans se ses son sont sur te tes toi ton tu un une vos votre vous`,
  `aber alle als am an auch auf aus bei bin bis das dass dem den der des die doch du durch ein eine einem einen einer eines er es fur
  hat hatte haben ich ihm ihr ihre im in ist ja kann mit nach nicht noch nun nur ob oder ohne sein seine sich sie sind so uber um und
  uns unter vom von vor war waren was wenn werden wie wird wir wo wurde wurden zu zum zur`,
  `aan al als bij dan dat de deze die dit door een en er haar had heb hebben heeft het hij hoe hun ik in is je kan maar meer met na naar
  niet nog nu of om onder ook op over te tegen toch toen tot uit van veel voor want was wat we wel werd wordt ze zich zij zijn zo zou`,
  // Spanish, Portuguese, Italian
  `al ante aunque como con contra cual cuando de del desde donde dos el ella ellas ellos en entre era es esa ese eso esta este esto fue ha
  han hay la las le les lo los mas mi muy no nos o otra otro para pero por porque que se segun ser si sin sobre son su sus tambien tras
  un una uno y ya`,
  `ao aos as ate com como da das de dela dele do dos e ela eles em entre era essa esse esta este eu foi ha isso ja lhe mais mas mesmo na
  nas nao nem no nos num numa o os ou para pela pelo por quando que quem se sem ser seu seus so sua suas tambem tem um uma`,
  `agli al alla alle anche che chi ci come con cui da dal dalla degli dei del della delle di dopo e ed era gli ha hanno il in io la le lo
  loro ma mi nei nel nella non o per piu piu quando quella quello questa questo se si sono su sua suo sul sulla tra un una uno`,
  // Polish, Swedish and their neighbours
  `ale byl byla bylo czy dla do i ich jak jako je jego jej jest juz na nie o od oraz po pod przez przy sa sie tak tego tej to tym w we z za
  ze zostal zostala`,
  `att av de den det dem din du eller en ett for fran han har hon hur i inte jag kan man med men mot nar och om pa sa sig sin ska som till
  under upp ut var vi vid af ej er et ikke og til`,
  // Russian and Ukrainian
  `а без более бы был была были было быть в вам вас весь во вот все всего вы где да для до его ее если есть еще же за и из или им их к как
  ко когда кто ли мы на над не него нее нет ни но о об он она они от по под при с со так также такои там то того тоже только том ты у уже
  хотя чего чем что чтобы эта эти это этои этом этот я та що як іс за від про або`,
  // Arabic, Turkish, Indonesian
  `من في على الى إلى عن أن ان هذا هذه التي الذي كان كانت قد لا ما مع بعد قبل كما بين و او أو ثم حتى هو هي`,
  `ama bir bu cok da daha de degil en gibi hem icin ile ise ki mi ne o olan olarak oldu olduğu sonra su ve veya ya`,
  `ada adalah akan atau bagi bahwa dalam dan dari dengan di ia ini itu juga karena ke oleh pada para saat sebagai sudah telah untuk yang`,
]

const NO_LISTS: readonly number[] = []
/** Terms that tell a language. */
const ENOUGH = 300
const NONE: ReadonlySet<string> = new Set()
const SETS: readonly ReadonlySet<string>[] = LISTS.map((list) => new Set(list.split(/\s+/).map(foldWord)))
const LISTS_OF = new Map<string, number[]>()
SETS.forEach((set, list) => {
  for (const word of set) LISTS_OF.set(word, [...(LISTS_OF.get(word) ?? []), list])
})

/**
 * The list that fits a text best, told by its own words. One list only: "war", "die" and "son" are little words in one
 * language and the subject of the article in another. Empty for a language without a list.
 */
export function stopWordsFor(terms: Iterable<string>): ReadonlySet<string> {
  const hits = SETS.map(() => 0)
  let looked = 0
  for (const term of terms) {
    for (const list of LISTS_OF.get(term) ?? NO_LISTS) hits[list] = (hits[list] ?? 0) + 1
    if (++looked === ENOUGH) break
  }
  const most = Math.max(...hits)
  return most === 0 ? NONE : (SETS[hits.indexOf(most)] ?? NONE)
}
