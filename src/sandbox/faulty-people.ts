import { feishu, type NamedPerson, noTies, resigned } from './named-people.ts'
import { relationOf } from './source-identity.ts'

/** People who make faults happen to whoever acts on them; fault.ts says which. */
export const faultyPeople: readonly NamedPerson[] = [
  {
    key: 'slow-sam',
    about: 'Every call that names him answers late, but before a client gives up',
    profile: { name: 'Slow Sam', username: 'slowsam', externalId: '0020201', gender: 'M' },
  },
  {
    key: 'gone-gina',
    about: 'Can be read until the first write that names her: by then she is gone',
    profile: { name: 'Gone Gina', username: 'gonegina', externalId: '0020202', gender: 'F' },
  },
  {
    key: 'stubborn-stan',
    about: 'Stays as he is, whatever claims to suspend, resign or delete him or to sign him out',
    profile: {
      name: 'Stubborn Stan',
      username: 'stubbornstan',
      externalId: '0020203',
      gender: 'M',
    },
  },
  {
    key: 'timeout-tina',
    about: 'Every write that names her is applied and never answered',
    profile: { name: 'Timeout Tina', username: 'timeouttina', externalId: '0020204', gender: 'F' },
    ties: {
      identities: feishu('ou_71aa00c4d2e94b10', 'on_71aa00c4d2e94b11', 'Tina'),
      syncRelations: [relationOf('lark', 'ou_71aa00c4d2e94b10', 'Tina')],
    },
  },
  {
    key: 'gone-greta',
    about: 'As Gone Gina, but resigned already',
    profile: { name: 'Gone Greta', username: 'gonegreta', gender: 'F', ...resigned },
    ties: noTies,
  },
  {
    key: 'stubborn-stella',
    about: 'As Stubborn Stan, but resigned already',
    profile: { name: 'Stubborn Stella', username: 'stubbornstella', gender: 'F', ...resigned },
    ties: noTies,
  },
  {
    key: 'timeout-theo',
    about: 'As Timeout Tina, but resigned already',
    profile: { name: 'Timeout Theo', username: 'timeouttheo', gender: 'M', ...resigned },
    ties: noTies,
  },
]
