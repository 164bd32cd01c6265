/** More articles of the test site: those of the Atom and the JSON feed, and those that only related links lead to. */
import type { SiteArticle } from './site-article'

/** Told by the third feed, in Atom. */
export const SKY: readonly SiteArticle[] = [
  {
    slug: 'comet-over-quarry',
    section: 'Sky',
    title: 'A faint comet stands over the quarry until Sunday',
    author: 'Wen Adair',
    published: '2024-03-06T20:45:00Z',
    keyPoints: [
      'The comet can be seen low in the west for about an hour after sunset.',
      'Field glasses are enough; the tail is shorter than the width of a thumb.',
      'It will not come back for another four thousand years.',
    ],
    lead: 'Anyone who looks west from the quarry after sunset this week can see a comet that nobody now alive will see again.',
    paragraphs: [
      'It stands two hands above the hills and is best found with field glasses. First look for the bright evening planet, then move slowly to the right until a small grey smudge appears.',
      'The smudge is the head, and the tail points away from the sun, up and to the left. On photographs it is green, but to the eye it has no colour at all, only a soft edge.',
      'The school has opened its roof for the week. Children keep a logbook there and call it the cometarium; it holds forty drawings so far, of which no two agree and all are right.',
      'On Sunday the moon will be too bright. After that the comet leaves for the dark, and it will take four thousand years before it stands over the quarry again, if there is still a quarry.',
    ],
    pictures: [
      {
        name: 'comet',
        alt: 'A faint comet above a dark line of hills',
        caption: 'Seen from the roof of the school on Tuesday.',
        credit: 'Photo: Wen Adair',
      },
    ],
    related: ['old-lighthouse-lamp'],
    rareWord: 'cometarium',
  },
  {
    slug: 'dark-street-trial',
    section: 'Sky',
    title: 'Three streets switch off their lamps to see the stars',
    author: 'Wen Adair',
    published: '2024-03-07T21:30:00Z',
    keyPoints: [
      'Three streets of Marrowby have gone without street lamps after eleven since the first of the month.',
      'The number of stars that can be counted from the church steps has tripled.',
      'A vote in May will decide whether the trial becomes a habit.',
    ],
    lead: 'Since the first of the month three streets have been dark after eleven at night, and the people who live there have begun to walk more slowly and to look up.',
    paragraphs: [
      'The idea came from the astronomers on the school roof, who were tired of the orange glow. The town agreed to a trial of three months in the streets that had the fewest doors.',
      'Every Friday a class counts the stars that can be seen from the church steps. In January there were ninety; last week there were nearly three hundred, and one argument about a satellite.',
      'Not everybody is glad. The postwoman has bought a head lamp, and the owner of the corner shop says that the lampdarkness costs him the last two customers of the day.',
      'The police have counted no more accidents than before. In May the streets will vote, by paper, in daylight.',
    ],
    pictures: [
      {
        name: 'dark-street',
        alt: 'A narrow street under a sky full of stars',
        caption: 'Church Street at midnight, without its lamps.',
        credit: 'Photo: Wen Adair',
      },
    ],
    related: ['comet-over-quarry'],
    rareWord: 'lampdarkness',
  },
]

/** Told by the fourth feed, in JSON. */
export const FIELD: readonly SiteArticle[] = [
  {
    slug: 'late-frost',
    section: 'Field',
    title: 'Growers light a thousand candles against the late frost',
    author: 'Rosa Lindqvist',
    published: '2024-03-08T05:20:00Z',
    keyPoints: [
      'Growers above Marrowby burnt a thousand candles in the orchards on Thursday night.',
      'The blossom was three weeks early after the mildest February on record.',
      'About nine in ten flowers seem to have lived through the frost.',
    ],
    lead: 'From the road it looked like a festival: a thousand small fires between the apple trees, and people walking among them until the sun came up.',
    paragraphs: [
      'The frost had been forecast since Monday. The blossom was open three weeks too early, and a single cold night would have been enough to take the whole harvest of the slope.',
      'So the growers filled buckets with wax and set one under every second tree. A candle warms the air by two degrees, which is not much, and that night it was exactly enough.',
      'Half of the village came to help. The youngest was six and in charge of the matches; the oldest had done the same in the cold spring of her childhood and remembered the pomonary smell.',
      'At seven the thermometers rose above freezing and the fires were put out. The growers cut open a hundred flowers by way of trial, and ninety-one of them were green inside.',
    ],
    pictures: [
      {
        name: 'orchard',
        alt: 'Small fires between rows of apple trees at night',
        caption: 'The orchards at four in the morning.',
        credit: 'Photo: Rosa Lindqvist',
      },
      {
        name: 'blossom',
        alt: 'An apple blossom rimmed with frost',
        caption: 'Ninety-one of a hundred flowers were alive.',
        credit: 'Valley Press',
      },
    ],
    related: ['bees-on-roof'],
    rareWord: 'pomonary',
  },
  {
    slug: 'bees-on-roof',
    section: 'Field',
    title: 'The town hall keeps bees, and they vote with their wings',
    author: 'Rosa Lindqvist',
    published: '2024-03-09T11:10:00Z',
    keyPoints: [
      'Four hives stand on the roof of the town hall since last spring.',
      'One of the colonies left through the window of the council chamber.',
      'The honey is given to couples who marry in the hall.',
    ],
    lead: 'The council of Marrowby had to end its meeting early on Friday, because twenty thousand bees had entered the chamber and settled on the mace.',
    paragraphs: [
      'The hives on the roof were a gift of the growers, who wanted more bees near their early trees. Nobody had thought of the window of the chamber, which is just below and always open.',
      'On Friday one colony decided to part. The old queen flew out, found the window, and sat down on the mace; in ten minutes she was covered by a brown and humming apiarchy as large as a head.',
      'The members left in good order. The beekeeper, who is also the clerk, took a box from under her desk, shook the swarm into it, and entered the event in the minutes as a motion carried.',
      'The new hive will stand in the school garden. The window now has a screen, and the mace has been polished, since it was sticky.',
    ],
    pictures: [
      {
        name: 'bees',
        alt: 'Four bee hives on a flat roof above a market square',
        caption: 'The hives above the market square.',
        credit: 'Valley Press',
      },
    ],
    related: ['late-frost'],
    rareWord: 'apiarchy',
  },
]

/** In no feed: only related links lead here. */
export const RELATED_ONLY: readonly SiteArticle[] = [
  {
    slug: 'harbour-bell-search',
    section: 'Local',
    title: 'Who has seen the fog bell of Marrowby?',
    author: 'Ida Fenwick',
    published: '2024-02-20T12:00:00Z',
    keyPoints: [
      'The bell was sold in the year the lighthouse went dark.',
      'It weighs as much as a small horse and carries the name of the harbour.',
      'Whoever returns it will be given a boat trip for life.',
    ],
    lead: 'The volunteers of the lighthouse are looking for a bell that weighs as much as a small horse and was last seen on a hay cart, going inland.',
    paragraphs: [
      'It hung below the lamp for a century and was rung by a weight on a chain. In thick weather it struck every fifteen seconds, and the people on the quay used to set their talk by it.',
      'When the light was switched off the bell was sold for the price of its bronze, but the dealer remembers that a farmer bought it whole, because his wife wanted to call him in to supper.',
      'The volunteers have written to two hundred farms. So far they have been offered nine cow bells, a gong, and the campanology of a retired vicar in four handwritten volumes.',
    ],
    pictures: [
      {
        name: 'bell',
        alt: 'An old drawing of a large bronze bell',
        caption: 'The bell in a drawing from the harbour office.',
        credit: 'Harbour archive',
      },
    ],
    related: ['old-lighthouse-lamp'],
    rareWord: 'campanology',
  },
  {
    slug: 'optician-workshop',
    section: 'Local',
    title: 'The optician who ground ninety prisms at her kitchen table',
    author: 'Tom Arkwright',
    published: '2024-02-22T12:00:00Z',
    keyPoints: [
      'Every prism took about two days and forty litres of water.',
      'The last one was finished on the morning of the opening.',
      'She has kept the one that broke.',
    ],
    lead: 'Two winters long the retired optician Maud Ellery stood at her kitchen table and ground glass for a lighthouse that she can see from her window.',
    paragraphs: [
      'The table is made of slate and has a hole in the middle, through which the water runs into a bucket. She built it herself when she was twenty, for spectacles, and never threw it away.',
      'Each prism took two days. First the saw, then the iron plate, then the felt, and at the end the palm of the hand, because no machine feels a scratch as well as a vitreologist does.',
      'The one that broke stands on the window sill. In the evening the beam of the lighthouse falls through it once every nine seconds and throws a small rainbow on the stove.',
    ],
    pictures: [],
    related: ['old-lighthouse-lamp'],
    rareWord: 'vitreologist',
  },
  {
    slug: 'printer-apology',
    section: 'Local',
    title: 'The printer explains how Tuesday came to stand on Friday',
    author: 'Tom Arkwright',
    published: '2024-03-03T12:00:00Z',
    keyPoints: [
      'Two lines of lead type were exchanged when a drawer was dropped.',
      'The press has printed the table since the days of sail.',
      'The corrected edition is free.',
    ],
    lead: 'It was a drawer, says the printer of the tide table, and he shows the drawer, and then the floor it fell on.',
    paragraphs: [
      'The press still sets the table by hand, since the figures hardly change their places from year to year. On the last day of work a drawer slipped, and two lines lay on the tiles side by side.',
      'He put them back in the order in which he picked them up. Proofs were read, as always, but they were read for misspelt words, and a tide that comes on the wrong day is spelt quite correctly.',
      'The new edition is lying on the counter and costs nothing. The printer has glued the drawer, and above the case hangs a note in his own typefoundery: look twice, the sea does.',
    ],
    pictures: [],
    related: ['tide-table-mistake'],
    rareWord: 'typefoundery',
  },
]
