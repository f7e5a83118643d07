import type { InBoth } from '#console/words/language.tsx'
import type { PauseReason } from '#contract/batch.ts'

type Reason = { title: string; means: string; next: string }
type Reasons = Record<PauseReason, Reason>

/** What holds now of a switch that paused a batch; `over`: acts are allowed again. */
type Switch = 'readOnly' | 'stopped' | 'over'

type PauseWords = {
  reasons: Reasons
  read_only: Record<Switch, Omit<Reason, 'title'>>
  /** What to do first, whatever paused the batch, while nothing is sent to GenAuth. */
  while: Record<Exclude<Switch, 'over'>, string>
  /** Of a batch that waited for a second person: nobody is needed any more, or somebody has approved. */
  approval: Record<'free' | 'approved', Reason>
  /** What there is to do, and that the rest needs a second person besides. */
  approvedFirst: (toDo: string) => string
  /** What to do where the confirmation is too old to go on with. */
  lapsed: string
  unknown: string
  means: string
  certain: string
  toDo: string
}

const en: PauseWords = {
  reasons: {
    person: {
      title: 'Paused.',
      means: 'Somebody paused the batch. The rows in flight are brought to their end.',
      next: 'Resume when it is time, or stop for good.',
    },
    restart: {
      title: 'Paused: the server restarted.',
      means: 'Leaver Desk went away in the middle of the run. What was in flight was read again.',
      next: 'Look at what is certain, then resume. Nothing is sent twice without a look.',
    },
    refused: {
      title: 'Paused: GenAuth refused the access key.',
      means: 'The key or its rights changed, or the clock of the server is off.',
      next: 'Whoever runs Leaver Desk puts the access key right. Then resume.',
    },
    failures: {
      title: 'Paused by itself.',
      means:
        'Several rows in a row, or one of the small first chunk, did not end well. Often GenAuth itself is in trouble.',
      next: 'Look at the rows that failed or were not confirmed. When GenAuth answers again, resume.',
    },
    drift: {
      title: 'Paused: somebody changed since the check.',
      means:
        'An account is no longer as it was when it was checked, or another act on it is not settled.',
      next: 'Look at the rows that are held or not confirmed. Resuming runs the rest without them.',
    },
    upstream: {
      title: 'Paused: GenAuth does not answer.',
      means: 'It was asked again and again, with rests, and did not answer or wanted more rest.',
      next: 'Wait until GenAuth answers again, then resume.',
    },
    unrecorded: {
      title: 'Paused: nothing can be written down.',
      means:
        'The intent could not be stored, so nothing was sent. The disk may be full or the database away.',
      next: 'Whoever runs Leaver Desk looks after the database. Then resume.',
    },
    role: {
      title: 'Paused: who started it may no longer act.',
      means: 'The role of the person who started this batch was changed or taken away.',
      next: 'With the role Operator back, they resume. Anybody else can stop it.',
    },
    read_only: {
      title: 'Paused: everything that would change GenAuth was stopped.',
      means: 'Somebody stopped everything, or Leaver Desk was set up as read-only.',
      next: 'When acting is allowed again, resume.',
    },
    approval: {
      title: 'Paused: the rest needs a second person.',
      means:
        'With what else was sent lately, the rest is more than one person may do by themselves.',
      next: 'Somebody with the role Approver approves the rest on this page. Then resume.',
    },
  },
  read_only: {
    stopped: {
      means: 'Somebody stopped everything; above it says who, since when and why.',
      next: 'When an approver has allowed acts again, resume.',
    },
    readOnly: {
      means: 'Leaver Desk is set up as read-only.',
      next: 'When whoever runs Leaver Desk has changed that, resume.',
    },
    over: {
      means: 'Everything was stopped for a while. Acts are allowed again.',
      next: 'Nothing resumes by itself: resume when it is time, or stop for good.',
    },
  },
  while: {
    stopped: 'Everything is stopped. The batch can go on once an approver has allowed acts again.',
    readOnly:
      'Leaver Desk is set up as read-only. The batch can go on once whoever runs Leaver Desk has changed that.',
  },
  approval: {
    free: {
      title: 'Paused: the rest needed a second person.',
      means: 'What was sent before it no longer adds up: nobody else is needed now.',
      next: 'Nothing resumes by itself: resume when it is time, or stop for good.',
    },
    approved: {
      title: 'Paused: the rest is approved.',
      means: 'It needed a second person, and somebody has approved it.',
      next: 'Nothing resumes by itself: resume when it is time, or stop for good.',
    },
  },
  approvedFirst: (toDo) =>
    `${toDo} Before it resumes, somebody with the role Approver approves the rest on this page.`,
  lapsed:
    'The confirmation is more than 24 hours old. Stop the batch: whoever was not started can go on as a new list, which is checked and confirmed anew.',
  unknown: 'Paused.',
  means: 'What this means',
  certain: 'What is certain',
  toDo: 'What to do',
}

const zh: PauseWords = {
  reasons: {
    person: {
      title: '已暂停。',
      means: '有人暂停了此批次。在途的行会处理到底。',
      next: '时机合适时继续，或彻底停止。',
    },
    restart: {
      title: '已暂停：服务器曾重新启动。',
      means: 'Leaver Desk 在运行途中中断。在途的行已重新读取。',
      next: '请查看可以确定的内容，然后继续。未经查看不会重复发送。',
    },
    refused: {
      title: '已暂停：GenAuth 拒绝了访问密钥。',
      means: '密钥或其权限已变，或者服务器时钟不准。',
      next: '请 Leaver Desk 的管理者修正访问密钥，然后继续。',
    },
    failures: {
      title: '已自行暂停。',
      means: '连续多行，或最先一小批中的一行，没有正常结束。往往是 GenAuth 本身有问题。',
      next: '请查看失败或未核实的行。待 GenAuth 恢复应答后再继续。',
    },
    drift: {
      title: '已暂停：有人在检查之后发生了变化。',
      means: '某个账号已与检查时不同，或者对它的另一项操作尚未了结。',
      next: '请查看待确认或未核实的行。继续时会跳过它们，执行其余的行。',
    },
    upstream: {
      title: '已暂停：GenAuth 没有应答。',
      means: '多次请求并间隔等待后，GenAuth 仍未应答或要求继续等待。',
      next: '待 GenAuth 恢复应答后再继续。',
    },
    unrecorded: {
      title: '已暂停：无法记录。',
      means: '操作意图无法保存，因此未发送。可能是磁盘已满或数据库不可用。',
      next: '请 Leaver Desk 的管理者检查数据库，然后继续。',
    },
    role: {
      title: '已暂停：开始此批次的人已无权操作。',
      means: '其角色已被更改或收回。',
      next: '恢复操作员角色后可由其继续。其他人可以停止。',
    },
    read_only: {
      title: '已暂停：一切会改变 GenAuth 的操作曾被停止。',
      means: '有人全部停止了操作，或者 Leaver Desk 被设置为只读。',
      next: '重新允许操作后再继续。',
    },
    approval: {
      title: '已暂停：其余部分需要第二人批准。',
      means: '加上近期发送的其他操作，其余部分超出了单人可进行的数量。',
      next: '请一位审批人在此页面批准其余部分，然后继续。',
    },
  },
  read_only: {
    stopped: {
      means: '有人全部停止了操作；上方写明由谁、何时、为何停止。',
      next: '待审批人重新允许操作后再继续。',
    },
    readOnly: {
      means: 'Leaver Desk 被设置为只读。',
      next: '待 Leaver Desk 的管理者更改设置后再继续。',
    },
    over: {
      means: '操作曾被全部停止，现已重新允许。',
      next: '不会自行继续：请在时机合适时继续，或彻底停止。',
    },
  },
  while: {
    stopped: '目前已全部停止。待审批人重新允许操作后，此批次才能继续。',
    readOnly: 'Leaver Desk 被设置为只读。待其管理者更改设置后，此批次才能继续。',
  },
  approval: {
    free: {
      title: '已暂停：其余部分曾需要第二人批准。',
      means: '此前发送的操作已不再计入，现在不需要第二人。',
      next: '不会自行继续：请在时机合适时继续，或彻底停止。',
    },
    approved: {
      title: '已暂停：其余部分已获批准。',
      means: '其余部分需要第二人，且已有人批准。',
      next: '不会自行继续：请在时机合适时继续，或彻底停止。',
    },
  },
  approvedFirst: (toDo) => `${toDo}继续之前，请一位审批人在此页面批准其余部分。`,
  lapsed:
    '确认已超过 24 小时。请停止此批次：未开始的人可以作为一份新名单继续，届时会重新检查和确认。',
  unknown: '已暂停。',
  means: '这意味着什么',
  certain: '可以确定的是',
  toDo: '该怎么做',
}

/** Why a batch waits for a person, what that means, and what to do about it. */
export const pauseWords: InBoth<PauseWords> = { en, zh }
