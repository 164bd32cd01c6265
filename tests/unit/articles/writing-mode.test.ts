import { expect, test } from 'vitest'
import { sanitiseHtml } from '../../../electron/articles/sanitise-html'

const clean = (html: string) => sanitiseHtml(html, { baseUrl: null })

test('lines that run downwards stay so, by a class of ours, and no other style stays', () => {
  const { html, removed } = clean('<div style="color: red; writing-mode: vertical-rl">ふるいけや</div>')
  expect(html).toBe('<div class="vertical-rl">ふるいけや</div>')
  expect(removed).toContain('style')
})

test('the older names of the style mean the same', () => {
  expect(clean('<p style="-webkit-writing-mode:vertical-lr">a</p>').html).toBe('<p class="vertical-lr">a</p>')
  expect(clean('<p style="WRITING-MODE: tb-rl">a</p>').html).toBe('<p class="vertical-rl">a</p>')
})

test('what is cleaned twice is the same', () => {
  const { html } = clean('<p style="writing-mode:vertical-rl">a</p>')
  expect(clean(html).html).toBe(html)
})

test('no other writing mode makes a class', () => {
  expect(clean('<p style="writing-mode: horizontal-tb" class="vertical">a</p>').html).toBe('<p>a</p>')
  expect(clean('<p style="x: url(writing-mode:vertical-rlx)">a</p>').html).toBe('<p>a</p>')
})
