/** What is heard after what: the listener's choice of notes and tables, and steps of any size. */

/** @import { Choices, Entry, Unit } from './vocabulary.mjs' */

const TABLE_ROLES = ['row', 'header', 'cell'];
const HEADING_ROLES = ['title', 'heading'];

/**
 * Indexes of the sentences that are heard, in order.
 * @param {readonly Entry[]} entries
 * @param {Pick<Choices, 'notes' | 'tables' | 'structure'>} choices
 * @returns {readonly number[]}
 */
export function orderOf(entries, { notes, tables, structure }) {
  /** @type {number[]} */
  const order = [];
  /** @type {number[]} */
  const later = [];
  entries.forEach(({ role }, index) => {
    if (!tables && TABLE_ROLES.includes(role)) return;
    if (!structure && role === 'announcement') return;
    if (role !== 'note' || notes === 'place') order.push(index);
    else if (notes === 'end') later.push(index);
  });
  return [...order, ...later];
}

/**
 * The sentence heard after another, -1 when there is none; failed ones are passed over.
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} order
 * @param {number} index
 */
export function following(entries, order, index) {
  return order.slice(after(order, index)).find((at) => !entries[at].failed) ?? -1;
}

/**
 * The beginning of the next sentence, paragraph, heading or page, or of the last one that began
 * before; -1 when there is none.
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} order
 * @param {number} index
 * @param {Unit} unit
 * @param {number} by 1 or -1
 */
export function stepped(entries, order, index, unit, by) {
  const isOn = by > 0;
  const next = after(order, index);
  const here = order[next - 1] === index ? next - 1 : next;
  for (let at = isOn ? next : here - 1; at >= 0 && at < order.length; at += by) {
    if (begins(entries, order, at, unit)) return order[at];
  }
  return -1;
}

/**
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} order
 * @param {number} at
 * @param {Unit} unit
 */
function begins(entries, order, at, unit) {
  const entry = entries[order[at]];
  const before = entries[order[at - 1]];
  if (entry.failed) return false;
  if (unit === 'page') return entry.page > 0 && entry.page !== pageBefore(entries, order, at);
  const isNew = before?.block !== entry.block;
  return unit === 'sentence' || (isNew && (unit === 'paragraph' || HEADING_ROLES.includes(entry.role)));
}

/**
 * The page of the nearest sentence before that has one.
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} order
 * @param {number} at
 */
function pageBefore(entries, order, at) {
  while (--at >= 0) {
    const { page } = entries[order[at]];
    if (page) return page;
  }
  return 0;
}

/**
 * Where in the order a sentence is over; one that is not in it is over where the next one begins.
 * @param {readonly number[]} order
 * @param {number} index
 */
function after(order, index) {
  const at = order.indexOf(index);
  if (at >= 0) return at + 1;
  const next = order.findIndex((each) => each > index);
  return next < 0 ? order.length : next;
}
