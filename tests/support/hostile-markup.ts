/** Everything a hostile article tries. `host` is a tripwire; whatever runs sets `pwned` on the window or on its top. */

export function hostileMarkup(host: string): string {
  const run = (name: string): string => `top.pwned=[].concat(top.pwned||[],'${name}')`
  return `
<p id="bait">A harmless sentence that the reader came for stands at the beginning, as in every good trap.</p>
<p>The second paragraph goes on in the same tone, tells of a harbour and of the weather there, and has nothing to hide.</p>
<p>The third is a little longer than the others, because an article that is all link and no text would be taken for a menu, and a menu would not be shown to anybody, however harmless it were.</p>
<script>${run('script')}</script>
<script src="http://${host}/script.js"></script>
<img src="x:" onerror="${run('onerror')}">
<img src="http://${host}/picture.png"><img srcset="http://${host}/srcset.png 2x">
<picture><source srcset="http://${host}/source.png"><img src="http://${host}/picture2.png"></picture>
<svg onload="${run('svg')}"><script>${run('svg-script')}</script><image href="http://${host}/svg.png"/></svg>
<math><mtext><table><mglyph><style><img src=x onerror="${run('mutation')}"></style></mglyph></table></mtext></math>
<a id="js" href="javascript:${run('javascript')}">a link</a>
<a id="web" href="http://${host}/link" target="_blank">another</a>
<a id="file" href="file:///etc/passwd">a third</a>
<form id="form" action="http://${host}/form"><input name="q" autofocus onfocus="${run('onfocus')}"><button id="send">go</button></form>
<iframe src="http://${host}/frame"></iframe><iframe srcdoc="<script>${run('srcdoc')}</script>"></iframe>
<object data="http://${host}/object"></object><embed src="http://${host}/embed">
<link rel="stylesheet" href="http://${host}/style.css"><link rel="preconnect" href="http://${host}/">
<link rel="dns-prefetch" href="//${host}/"><link rel="prefetch" href="http://${host}/prefetch">
<style>@import url(http://${host}/import.css); body { background: url(http://${host}/background.png) }</style>
<p style="background:url(http://${host}/inline.png);position:fixed;inset:0">cover</p>
<meta http-equiv="refresh" content="0;url=http://${host}/refresh"><base href="http://${host}/base/">
<video src="http://${host}/video.mp4" poster="http://${host}/poster.png" autoplay></video>
<audio src="http://${host}/audio.mp3" autoplay></audio><track src="http://${host}/track.vtt">
<details open ontoggle="${run('ontoggle')}"><summary>s</summary></details>
<marquee onstart="${run('onstart')}">m</marquee>
<body onload="${run('body')}">`
}
