/** A page of an ordinary news site, of our own writing: dateline, breadcrumb, bullets above the text, captions, related articles, comment form. */
const paragraph = (text: string): string => `<p>${text}</p>`

export const MODEL_TEXT = [
  'The harbour council of Vell said on Wednesday that it will close the old ferry line to the outer islands after ninety years of service.',
  'The decision came as a surprise to the islanders, who had gathered in the town hall for what they believed to be a routine meeting about timetables.',
  '“Nobody told us that the vote was on the agenda,” said Mara Lind, a teacher who crosses the sound twice a day with her pupils.',
  'The council points to the costs of the two wooden boats, which have risen by a third since the spring, and to the new bridge further north.',
  'Engineers who inspected the bridge in June found no reason for concern, although the northern road to it is often closed by snow in winter.',
  'The islanders have collected signatures for a public vote, and the council has four weeks to answer them in writing before the last boat sails.',
  'A museum in the capital has already asked for one of the boats, the council confirmed, while the fate of the other remains open for now.',
]

export const MODEL_PAGE = `<!doctype html><html lang="en"><head><title>Vell closes its island ferry – The Vell Courier</title>
<meta property="og:site_name" content="The Vell Courier"><meta property="og:image" content="/img/2024/ferry-lead.jpg">
<meta property="og:description" content="The council gives up the old line."><script>var x = '<p>not text</p>'</script></head>
<body class="single has-sidebar"><div class="topbar">Thursday , 29 February 2024</div>
<nav class="menu"><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<div class="breadcrumb"><a href="/">Home</a> <a href="/harbour">Harbour</a> <span>Vell closes its island ferry</span></div>
<article><h1>Vell closes its island ferry</h1><div class="byline">By Ann Smith</div>
<ul><li>The harbour council closes the ferry line to the outer islands after ninety years.</li>
<li>Islanders say that nobody told them about the vote beforehand.</li>
<li>One of the two wooden boats may go to a museum in the capital.</li></ul>
${MODEL_TEXT.slice(0, 3).map(paragraph).join('\n')}
<figure><img src="data:image/gif;base64,R0lGOD" data-src="/img/boat.jpg" alt="A boat"><figcaption>The older boat at its pier. (Photo: Jon Berg)</figcaption></figure>
${MODEL_TEXT.slice(3).map(paragraph).join('\n')}
<p><strong>READ ALSO: <a href="/harbour/bridge?utm_source=x">The bridge that nobody wanted</a></strong></p>
<div class="share-bar"><a href="https://share.example/">Share on Facebook</a></div></article>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p><textarea></textarea></form></div>
<section class="more"><h3>Related Articles</h3>
<div class="item"><h4><a href="/a/school">The school on the outer island opens again</a></h4><p>Eleven pupils were welcomed on Monday by...</p></div>
<div class="item"><h4><a href="/a/storm">Storm damages the northern pier for a third time</a></h4><p>Waves of four metres broke the timber of the...</p></div>
</section><footer>© 2024 The Vell Courier</footer></body></html>`
