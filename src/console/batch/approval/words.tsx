import type { ReactNode } from 'react'
import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'
import type { ApprovalNeed } from '#contract/approval.ts'

/** What a batch is measured by: people in it, people one person may act on alone, people before it. */
type Measure = { people: number; allowance: number; before: number; minutes: number }

/** That somebody said yes: who, when, and until when it holds. */
type Yes = { by: ReactNode; at: string; until: string }

type Why = Record<ApprovalNeed, (measure: Measure) => string>

const people = (count: number) =>
  plural(count, { one: '1 person', other: `${figure(count)} people` })
const minutesEn = (count: number) =>
  plural(count, { one: 'the last minute', other: `the last ${figure(count)} minutes` })

const whyEn: Why = {
  rows: ({ people: all, allowance }) =>
    `A second person has to approve this: ${people(all)} are more than the ${figure(allowance)} that one person may act on alone.`,
  share: ({ people: all, allowance }) =>
    `A second person has to approve this: ${people(all)} are more than the share of this pool that one person may act on alone, ${figure(allowance)}.`,
  window: ({ people: all, allowance, before, minutes }) =>
    `A second person has to approve this: ${people(all)} here, and ${figure(before)} more whom the same person acted on in ${minutesEn(minutes)}, are more than the ${figure(allowance)} that one person may act on alone.`,
  pool_unread: ({ people: all, allowance }) =>
    `A second person has to approve this: the size of the pool could not be read, so that one person may act on ${figure(allowance)} people alone, and these are ${figure(all)}.`,
}
const whyZh: Why = {
  rows: ({ people: all, allowance }) =>
    `需要第二人批准：此批次共 ${figure(all)} 人，超过单人可操作的 ${figure(allowance)} 人。`,
  share: ({ people: all, allowance }) =>
    `需要第二人批准：此批次共 ${figure(all)} 人，超过单人在此用户池中可操作的份额，即 ${figure(allowance)} 人。`,
  window: ({ people: all, allowance, before, minutes }) =>
    `需要第二人批准：此批次 ${figure(all)} 人，加上同一人最近 ${figure(minutes)} 分钟内已操作的 ${figure(before)} 人，超过单人可操作的 ${figure(allowance)} 人。`,
  pool_unread: ({ people: all, allowance }) =>
    `需要第二人批准：未能读取用户池的大小，因此单人可操作 ${figure(allowance)} 人，而此批次有 ${figure(all)} 人。`,
}

const en = {
  why: whyEn,
  ask: 'Ask for approval',
  asking: 'Asking…',
  notAsked: 'Nobody was asked to approve.',
  typeToAsk: (code: ReactNode): ReactNode => <>Type {code} to ask for approval</>,
  typeToApprove: (code: ReactNode): ReactNode => <>Type {code} to approve</>,
  waits: 'Waits for a second person',
  waitsForYou: (at: string, until: string): ReactNode => (
    <>
      <strong>Waits for a second person</strong> since {at}. The request holds until {until}.
      Nothing is sent before you start it.
    </>
  ),
  waitsFor: (who: ReactNode, at: string, until: string): ReactNode => (
    <>
      <strong>Waits for a second person</strong> since {at}. The request holds until {until}.
      Nothing is sent before {who} starts it.
    </>
  ),
  whom: 'Somebody else with the role Approver approves it on this page; both of you see the same fingerprint.',
  takeBack: 'To take the request back, check again or discard the draft.',
  roleNeeded: 'Approving needs the role Approver.',
  own: 'You had a hand in this list, so somebody else with the role Approver has to approve it.',
  wider: 'To approve, open this page on a wider screen.',
  /** What somebody said yes to, in the words of whoever takes the next step, and of anybody else. */
  approved: {
    you: ({ by, at, until }: Yes): ReactNode => (
      <>
        Approved by {by} at {at}, holds until {until}.
      </>
    ),
    youStart: ({ by, at, until }: Yes): ReactNode => (
      <>
        Approved by {by} at {at}, holds until {until}. Nothing has been sent yet: you start it.
      </>
    ),
    starts: ({ by, at, until }: Yes, who: ReactNode): ReactNode => (
      <>
        <strong>Approved. {who} starts it.</strong> Approved by {by} at {at}, holds until {until}.
      </>
    ),
    resumes: ({ by, at, until }: Yes, who: ReactNode): ReactNode => (
      <>
        <strong>Approved. {who} resumes it.</strong> Approved by {by} at {at}, holds until {until}.
      </>
    ),
  },
  lapsed: (by: ReactNode, at: string): ReactNode => (
    <>
      The approval by {by} of {at} no longer holds. Somebody has to approve the list again.
    </>
  ),
  free: 'No second person is needed.',
  sentBack: (by: ReactNode, at: string, reason: ReactNode): ReactNode => (
    <>
      <strong>
        Sent back by {by} at {at}:
      </strong>{' '}
      {reason}
    </>
  ),
  somebody: 'somebody else',
  facts: 'What is to be approved',
  startedBy: 'Started by',
  madeBy: 'List made by',
  /** Where one person did both. */
  madeAndAskedBy: 'Made and asked for by',
  madeAndStartedBy: 'Made and started by',
  made: (who: ReactNode, at: string): ReactNode => (
    <>
      {who}, {at}
    </>
  ),
  madeFrom: (who: ReactNode, at: string, batch: ReactNode): ReactNode => (
    <>
      {who}, {at}, carried on from {batch}
    </>
  ),
  reason: 'Reason or ticket',
  left: 'Left to send',
  waitingFor: 'Waiting for the words',
  approve: 'Approve',
  approving: 'Approving…',
  signInAndApprove: 'Sign in and approve',
  startsNothing: 'Approving holds for exactly this list, and starts nothing.',
  notApproved: 'The list was not approved.',
  decline: 'Decline…',
  declineQuestion: (who: ReactNode): ReactNode => <>Send this list back to {who}?</>,
  declineAbout: (who: ReactNode): ReactNode => (
    <>It goes back to its check, and nothing is sent. {who} sees your reason and may ask again.</>
  ),
  declineReason: 'Reason',
  declineConfirm: 'Decline',
  declining: 'Declining…',
}

const zh: typeof en = {
  why: whyZh,
  ask: '请求批准',
  asking: '正在请求…',
  notAsked: '没有发出批准请求。',
  typeToAsk: (code) => <>输入 {code} 以请求批准</>,
  typeToApprove: (code) => <>输入 {code} 以批准</>,
  waits: '等待第二人批准',
  waitsForYou: (at, until) => (
    <>
      自 {at} 起<strong>等待第二人批准</strong>。请求有效至 {until}。在您开始之前不会发送任何操作。
    </>
  ),
  waitsFor: (who, at, until) => (
    <>
      自 {at} 起<strong>等待第二人批准</strong>。请求有效至 {until}。在 {who}{' '}
      开始之前不会发送任何操作。
    </>
  ),
  whom: '请另一位审批人在此页面批准；双方看到的指纹相同。',
  takeBack: '如需撤回请求，请重新检查或放弃草稿。',
  roleNeeded: '批准需要审批人角色。',
  own: '您参与了此名单，因此必须由另一位审批人批准。',
  wider: '要批准，请在更宽的屏幕上打开此页面。',
  approved: {
    you: ({ by, at, until }) => (
      <>
        {by} 已于 {at} 批准，有效至 {until}。
      </>
    ),
    youStart: ({ by, at, until }) => (
      <>
        {by} 已于 {at} 批准，有效至 {until}。尚未发送任何操作：由您开始。
      </>
    ),
    starts: ({ by, at, until }, who) => (
      <>
        <strong>已批准，由 {who} 开始。</strong>
        {by} 已于 {at} 批准，有效至 {until}。
      </>
    ),
    resumes: ({ by, at, until }, who) => (
      <>
        <strong>已批准，由 {who} 继续。</strong>
        {by} 已于 {at} 批准，有效至 {until}。
      </>
    ),
  },
  lapsed: (by, at) => (
    <>
      {by} 于 {at} 的批准已失效，需要有人重新批准名单。
    </>
  ),
  free: '不需要第二人。',
  sentBack: (by, at, reason) => (
    <>
      <strong>
        {by} 已于 {at} 退回：
      </strong>
      {reason}
    </>
  ),
  somebody: '他人',
  facts: '待批准的内容',
  startedBy: '开始人',
  madeBy: '名单创建人',
  madeAndAskedBy: '创建及请求人',
  madeAndStartedBy: '创建及开始人',
  made: (who, at) => (
    <>
      {who}，{at}
    </>
  ),
  madeFrom: (who, at, batch) => (
    <>
      {who}，{at}，接续自 {batch}
    </>
  ),
  reason: '原因或工单号',
  left: '尚待发送',
  waitingFor: '等待输入指定文字',
  approve: '批准',
  approving: '正在批准…',
  signInAndApprove: '登录并批准',
  startsNothing: '批准仅对这份名单有效，且不会开始任何操作。',
  notApproved: '名单没有被批准。',
  decline: '退回…',
  declineQuestion: (who) => <>将此名单退回给 {who}？</>,
  declineAbout: (who) => (
    <>名单将回到检查，不会发送任何操作。{who} 会看到您的原因，并可再次请求。</>
  ),
  declineReason: '原因',
  declineConfirm: '退回',
  declining: '正在退回…',
}

/** What is said around a list that a second person has to approve. */
export const approvalWords: InBoth<typeof en> = { en, zh }
