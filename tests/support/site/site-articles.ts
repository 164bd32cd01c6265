/** The articles of the test site: our own writing about a harbour town that does not exist. */
import type { SiteArticle } from './site-article'

/** Told by the first feed, which holds summaries only. */
export const GAZETTE: readonly SiteArticle[] = [
  {
    slug: 'old-lighthouse-lamp',
    section: 'Local',
    title: 'Marrowby relights its old lighthouse after forty dark years',
    author: 'Ida Fenwick',
    published: '2024-02-29T09:15:00Z',
    keyPoints: [
      'The lamp of the Marrowby lighthouse shone again on Wednesday, for the first time in forty years.',
      'Volunteers rebuilt the rotating lens from drawings that were found in a school attic.',
      'The harbour office will keep the light burning each evening until the end of the year.',
    ],
    lead: 'The lighthouse of Marrowby sent its beam over the bay on Wednesday evening, forty years after the harbour office had switched it off to save money.',
    paragraphs: [
      'About three hundred people stood on the north pier when the lamp was lit. Many had been children when it went dark, and some had brought their own children to see it turn.',
      'The work took a group of volunteers two winters. They found the drawings of the original fresnelwright lens in the attic of the primary school, rolled up inside a map of the northern coast.',
      'Every prism had to be ground by hand, because the firm that made the first ones closed long ago. A retired optician from the next valley lent her workshop and most of her patience.',
      'The harbour office says that ships no longer need the light, since all of them carry better instruments. It agreed to pay for the electricity all the same, after a petition with two thousand names.',
      'A keeper will not be needed. A small clock switches the lamp on at dusk, and a fisherman who lives below the tower has promised to climb the stairs if it should ever stop.',
      'The volunteers are now looking for the fog bell, which was sold in the same year. They believe that it hangs in a garden somewhere inland, and they would like to have it back.',
    ],
    pictures: [
      {
        name: 'lighthouse',
        alt: 'The lighthouse at dusk with its lamp lit',
        caption: 'The beam was seen from twenty miles away on the first evening.',
        credit: 'Photo: Ida Fenwick',
      },
      {
        name: 'lens',
        alt: 'A volunteer holds one of the new prisms',
        caption: 'One of ninety prisms that were ground by hand.',
        credit: 'Coast Picture Agency',
      },
    ],
    related: ['tide-table-mistake', 'harbour-bell-search', 'optician-workshop'],
    rareWord: 'fresnelwright',
  },
  {
    slug: 'tide-table-mistake',
    section: 'Local',
    title: 'A misprint in the tide table leaves forty boats on the sand',
    author: 'Tom Arkwright',
    published: '2024-03-02T07:40:00Z',
    keyPoints: [
      'Forty boats sat on the sand of Marrowby harbour for six hours on Friday morning.',
      'The printed tide table gave the low water of the wrong day.',
      'Nobody was hurt, and the baker sold more rolls on the quay than in any week before.',
    ],
    lead: 'Forty fishing boats found themselves on dry sand on Friday morning, because one line of the printed tide table belonged to another day.',
    paragraphs: [
      'The first skipper to notice was already asleep in his berth when the boat began to lean. He thought of a dream until the kettle slid off the stove and came to rest beside his ear.',
      'The table is printed once a year by a small press in the market street. Two lines were exchanged when the pages were set, and nobody read them against the almanackery of the harbour office.',
      'The harbour master walked from boat to boat in rubber boots and apologised to each crew. He also handed out the right table, copied by hand, which several of them have since framed.',
      'The water came back shortly before noon and lifted all of the boats within a quarter of an hour. By then the crews had played two football matches on the sand and drawn both of them.',
      'The press will print a new edition at its own cost. It will carry a correction on the first page, and, as the printer put it, a drawing of a boat with its keel in the air.',
    ],
    pictures: [
      {
        name: 'stranded-boats',
        alt: 'Fishing boats lying on the sand of an empty harbour',
        caption: 'The harbour at ten in the morning, without its water.',
        credit: 'Photo: Tom Arkwright',
      },
    ],
    related: ['old-lighthouse-lamp', 'printer-apology'],
    rareWord: 'almanackery',
  },
  {
    slug: 'night-bus-library',
    section: 'Culture',
    title: 'The night bus now carries a library of two hundred books',
    author: 'Ida Fenwick',
    published: '2024-03-03T18:05:00Z',
    keyPoints: [
      'The last bus from Marrowby to the hill villages has carried a shelf of books since Monday.',
      'Passengers may keep a book as long as they like and leave another one in its place.',
      'The driver chose the first two hundred titles from her own house.',
    ],
    lead: 'Whoever takes the last bus from Marrowby to the hill villages can now read on the way, and take the book home when the story is longer than the road.',
    paragraphs: [
      'The shelf stands where the luggage rack used to be. It holds two hundred books behind a net, which keeps them in their places when the bus takes the bend below the quarry.',
      'The driver, Berta Holm, says that she had the idea in the long winter, when she had only two or three passengers a night and all of them were looking at the dark window.',
      'Nobody writes down who takes what. There is a slip of paper in each book, and readers add the stop at which they finished it; one novel has already seen eleven of them.',
      'The bus company was doubtful at first, because it feared delays. In fact the bus has been earlier since, as people now sit down at once instead of talking at the door.',
      'The most wanted book so far is a guide to the bookbindery of the eastern islands. It has not been seen since Tuesday, and Mrs Holm asks its reader, whoever it is, to read a little faster.',
    ],
    pictures: [
      {
        name: 'bus-shelf',
        alt: 'A shelf of books behind a net inside a bus',
        caption: 'Two hundred books travel over the hills each night.',
        credit: 'Photo: Ida Fenwick',
      },
    ],
    related: ['old-lighthouse-lamp', 'printer-apology'],
    rareWord: 'bookbindery',
  },
]

/** Told by the second feed, whole, in content:encoded. */
export const HARBOUR: readonly SiteArticle[] = [
  {
    slug: 'quiet-engines',
    section: 'Harbour',
    title: 'The ferry crosses the bay on batteries for a whole week',
    author: 'Jon Pell',
    published: '2024-03-04T06:30:00Z',
    keyPoints: [
      'The ferry made all of its ninety crossings last week on batteries alone.',
      'The new engines are so quiet that the crew had to get used to the sound of gulls.',
      'Charging takes eleven minutes at the pier, less than loading the cars.',
    ],
    lead: 'For seven days the ferry over the bay has burnt no drop of fuel, and the crew say that they will not miss the smell.',
    paragraphs: [
      'The batteries fill the room where the two old engines stood. They were lowered through the car deck in March, each of them as heavy as a loaded van, and bolted to the floor of the hull.',
      'At the pier a steel arm reaches out and plugs itself in while the cars roll on board. The electrowharf, as the crew call it, needs eleven minutes to put back what one crossing takes.',
      'The captain says that the strangest part is the silence. On the first morning she stopped the ship twice, because she thought that the engines had failed, and found that they had not.',
      'Passengers have begun to hear things they never heard before: the gulls, the bell buoy, and on the upper deck every word of what is said on the lower one.',
    ],
    pictures: [
      {
        name: 'ferry',
        alt: 'A small car ferry leaving its pier',
        caption: 'The ferry on its ninetieth crossing of the week.',
        credit: 'Photo: Jon Pell',
      },
    ],
    related: ['tide-table-mistake'],
    rareWord: 'electrowharf',
  },
  {
    slug: 'seal-on-slipway',
    section: 'Harbour',
    title: 'A seal has taken the slipway, and the rowing club waits',
    author: 'Jon Pell',
    published: '2024-03-05T10:00:00Z',
    keyPoints: [
      'A grey seal has slept on the slipway of the rowing club since Sunday.',
      'The club has moved its training to the canal and calls itself a guest.',
      'Seals may not be moved in the pupping season, says the coast warden.',
    ],
    lead: 'The rowing club of Marrowby cannot get its boats into the water, because a grey seal has chosen the slipway for her bed.',
    paragraphs: [
      'She came on Sunday night, looked at the boats, and lay down across the rails. On Monday the club found her there and a pup beside her, white and loud and about as long as an oar blade.',
      'The coast warden has put up a rope and a notice. By law nobody may go nearer than thirty paces until the pup has left, which usually takes about three weeks and never less than two.',
      'The club has carried its eights to the canal on the shoulders of its members. The chairman calls it the best strength training of the year and has asked for a thwartmaster to keep time.',
      'Visitors may look from the bridge. The seal looks back, and so far she has won every time.',
    ],
    pictures: [
      {
        name: 'seal',
        alt: 'A grey seal and a white pup on a boat slipway',
        caption: 'Mother and pup on the rails of the rowing club.',
        credit: 'Coast Picture Agency',
      },
    ],
    related: ['quiet-engines'],
    rareWord: 'thwartmaster',
  },
]
