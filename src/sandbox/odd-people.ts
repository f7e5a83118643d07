import type { NamedPerson } from './named-people.ts'

/** People whose names and ids try to be more than text. */
export const oddPeople: readonly NamedPerson[] = [
  {
    key: 'apostrophe',
    about: 'An apostrophe in name, username and e-mail',
    profile: {
      name: "Siobhán O'Brien",
      username: "siobhan.o'brien",
      email: "siobhan.o'brien@hanlin.example",
      gender: 'F',
    },
  },
  {
    key: 'markup',
    about: 'Markup in the name',
    profile: {
      name: '<img src=x onerror=alert(1)>',
      nickname: '<b>Bobby</b>',
      username: 'markup.mallory',
    },
  },
  {
    key: 'formula',
    about: 'A spreadsheet formula in the name',
    profile: {
      name: '=HYPERLINK("https://evil.example","Li Wei")',
      nickname: '@SUM(1+1)',
      username: 'formula.fred',
      externalId: '-2+3',
    },
  },
  {
    key: 'right-to-left',
    about: 'A right-to-left override: shows as another name than it is',
    profile: { name: 'Li \u202eieW\u202c', nickname: '\u200f李伟', username: 'rtl.rita' },
  },
  {
    key: 'zero-width',
    about: 'Zero-width characters, so that it looks like Li Wei',
    profile: { name: 'Li\u200b Wei\u2060', nickname: '李\u200d伟', username: 'li\u200bwei' },
  },
  {
    key: 'arabic',
    about: 'A name that is written from right to left',
    profile: { name: 'ليلى حداد', nickname: 'Layla Haddad', username: 'layla.haddad', gender: 'F' },
  },
  {
    key: 'long',
    about: 'A very long name',
    profile: {
      name: 'Maximiliane Alexandra Theodora von Hohenberg-Schwarzenstein zu Altenburg und Grünwald',
      username: 'maximiliane.von.hohenberg-schwarzenstein',
      gender: 'F',
    },
  },
  {
    key: 'nobody',
    about: 'No e-mail, no phone, no external ID, no nickname',
    profile: {
      name: 'Kiosk 7',
      username: 'kiosk-7',
      email: null,
      phone: null,
      externalId: null,
      emailVerified: false,
      phoneVerified: false,
      userSourceType: 'adminCreated',
    },
  },
]
