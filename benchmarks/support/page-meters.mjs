// What is measured inside the window's page: from an action to the end of the frame that shows its outcome, long tasks, frames while scrolling.
/* global document, window, requestAnimationFrame */

/** Puts the meters into the page; call it once a page. */
export async function installMeters(page) {
  await page.evaluate(() => {
    const painted = (act, shown, limit) =>
      new Promise((resolve, reject) => {
        const from = performance.now()
        act()
        const look = () => {
          if (performance.now() - from > limit) reject(new Error('it was not shown in time'))
          else if (!shown()) requestAnimationFrame(look)
          else {
            // A message sent before a frame is drawn is read after it has been.
            const channel = new MessageChannel()
            channel.port1.onmessage = () => {
              channel.port1.close()
              resolve(performance.now() - from)
            }
            channel.port2.postMessage(null)
          }
        }
        requestAnimationFrame(look)
      })
    const tasks = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration))
    }).observe({ type: 'longtask' })
    window.meters = { painted, tasks }
  })
}

/** Long tasks (over 50 ms) since the last call, in milliseconds. */
export function takeLongTasks(page) {
  return page.evaluate(async () => {
    // Entries are handed over a little later.
    await new Promise((resolve) => setTimeout(resolve, 200))
    return window.meters.tasks.splice(0)
  })
}

/** Milliseconds since the page's process began its document, by the wall clock, of the first paint that `kind` asks for. */
export function firstPaintAt(page) {
  return page.evaluate(async () => {
    const entries = await new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'paint', buffered: true })
    })
    const first = entries.find(({ name }) => name === 'first-contentful-paint')
    return performance.timeOrigin + first.startTime
  })
}

/** Wall clock of the frame in which the list's first rows stood for the first time: no larger text is painted
 * before them. Null when the browser did not tell, which happens on a crowded machine. */
export function firstRowsAt(page) {
  return page.evaluate(async () => {
    const entries = await new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      })
    })
    const first = entries.find(({ element }) => element?.closest('.row'))
    return first ? performance.timeOrigin + first.startTime : null
  })
}

/** Scrolls the list for some seconds; answers with frames a second and the share of frames that came late. */
export function scrollList(page, frames) {
  return page.evaluate(async (count) => {
    const list = document.querySelector('.article-list')
    const times = []
    await new Promise((resolve) => {
      let last = performance.now()
      const step = (now) => {
        times.push(now - last)
        last = now
        list.scrollTop += 130
        if (times.length < count) requestAnimationFrame(step)
        else resolve()
      }
      requestAnimationFrame(step)
    })
    const used = times.slice(1)
    const whole = used.reduce((sum, time) => sum + time, 0)
    return {
      perSecond: (used.length * 1000) / whole,
      late: used.filter((time) => time > 34).length / used.length,
    }
  }, frames)
}
