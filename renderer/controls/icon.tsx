/** Our own line icons on a grid of 20. They are decoration: the control around them carries the name. */

const PATHS = {
  today:
    'M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4M13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z',
  all: 'M3 6.5 10 3l7 3.5-7 3.5zM3 10l7 3.5 7-3.5M3 13.5 10 17l7-3.5',
  unread: 'M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  read: 'M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM7.2 10.2l2 2 3.7-4.2',
  star: 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5L10 14.2l-4.5 2.4.9-5L2.8 8.1l5-.7z',
  save: 'M5.5 3h9v14L10 13.6 5.5 17z',
  highlight: 'm8 12.5-2-2L13.2 3.3l3.5 3.5L9.5 14zM6 10.5 4.6 14.4 8 12.5M3.5 17h13',
  edition:
    'M4 4.5h9v11.2a1.3 1.3 0 0 0 1.3 1.3H5.4A1.4 1.4 0 0 1 4 15.6zM13 8h3v7.7a1.3 1.3 0 0 1-2.6 0M6.5 7.5H10M6.5 10.2h4M6.5 13h4',
  ready: 'M10 3v8.5M6.5 8.2 10 11.7l3.5-3.5M3.5 13v2.5a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5V13',
  folder:
    'M2.5 6V5a1.5 1.5 0 0 1 1.5-1.5h3.2l1.8 2H16A1.5 1.5 0 0 1 17.5 7v7.5A1.5 1.5 0 0 1 16 16H4a1.5 1.5 0 0 1-1.5-1.5z',
  chevron: 'm8 5.5 4.5 4.5L8 14.5',
  feed: 'M4 4a12 12 0 0 1 12 12M4 9.5a6.5 6.5 0 0 1 6.5 6.5M5.2 14.8h.01',
  sync: 'M16.3 8.5A6.5 6.5 0 0 0 4.6 6.3L3 8M3 3.5V8h4.5M3.7 11.5a6.5 6.5 0 0 0 11.7 2.2L17 12M17 16.5V12h-4.5',
  close: 'm5 5 10 10M15 5 5 15',
  add: 'M10 4v12M4 10h12',
  subtract: 'M4 10h12',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  search: 'M14 8.75a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0zM12.6 12.6 17 17',
  offline: 'M3 3l14 14M6 6.7A4 4 0 0 0 6 15h9M9 5.2a5 5 0 0 1 5.7 3.9 3 3 0 0 1 2.3 4.3',
  external:
    'M8 4H5a1.5 1.5 0 0 0-1.5 1.5V15A1.5 1.5 0 0 0 5 16.5h9.5A1.5 1.5 0 0 0 16 15v-3M11.5 3.5h5v5M16.5 3.5 9.5 10.5',
  back: 'm11.5 4.5-5.5 5.5 5.5 5.5M6 10h11',
  forward: 'm8.5 4.5 5.5 5.5-5.5 5.5M14 10H3',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  sidebar: 'M3 4.5h14v11H3zM8 4.5v11',
  more: 'M4.5 10.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4zM10 10.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4zM15.5 10.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4z',
  warning: 'M10 3.5 17.5 16h-15zM10 8.5v3.5M10 14h.01',
  pause: 'M7 4.5v11M13 4.5v11',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  mute: 'M3 8v4h3l4 3.5v-11L6 8zM13 8l4 4M17 8l-4 4',
  note: 'M4 3.5h12v9L12 16.5H4zM12 16.5v-4h4M7 7.5h6M7 10.5h3',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  activity: 'M2.5 10.5h3l2.5-6 4 11 2.5-5h3',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  print: 'M6 7V3.5h8V7M6 14H3.5V7.5h13V14H14M6 12h8v4.5H6z',
  image: 'M3 4.5h14v11H3zM3 13l4-4 3.5 3.5L13 10l4 3.5M13 7.5h.01',
  export: 'M10 12.5V3.5M6.5 6.5 10 3l3.5 3.5M4 10.5V16h12v-5.5',
  copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z',
  changes: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.2V7h3.8M10 6.8V10l2.4 1.8',
  type: 'M2.5 15.5 6.3 5h.9L11 15.5M4 11.8h5.5M17.3 15.5V9.2M17.3 12.3a2.4 3 0 1 1-4.8 0 2.4 3 0 0 1 4.8 0z',
  sort: 'M6 4v12M3.5 13.5 6 16l2.5-2.5M11 5.5h6M11 10h4.5M11 14.5h3',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      data-filled={filled || undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
