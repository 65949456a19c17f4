import { EstimationError } from "../../errors.ts";
import { gaussLegendre } from "../../math/quadrature/gauss-legendre.ts";
import { goldenPoints } from "../../math/random/golden-points.ts";
import type { Timeline, TimelineEvent } from "../timeline.ts";

/** One set of times that a group of scores may have had. */
export interface TimeNode {
  weight: number;
  /** Days since each course, one row of `nCourses` numbers for every score of the block. */
  elapsed: Float64Array;
}

/** Scores whose times hang together: their joint likelihood is the weighted mean over the nodes. */
export interface TimeBlock {
  /** Indices of the scores. */
  scores: number[];
  /** Weights sum to 1. */
  nodes: TimeNode[];
}

const NODES_PER_PANEL = 16;
/** Days: the likelihood of a score on a steep part of the curve is a bump a few days wide. */
const LONGEST_PANEL = 10;
const MOST_PANELS = 24;
const JOINT_POINTS = 256;
const MOST_TRIES = 200_000;

/**
 * Lays out the times over which the likelihood of the scores is averaged.
 *
 * Scores and courses on known days make one block with one node. A single unknown day is averaged over its bounds by
 * Gauss–Legendre quadrature, in panels of 10 days or less that end where another event stands. Days that hang together (bounds that overlap, or scores
 * after a course that is itself known by bounds) are averaged over jointly: uniform over all times within the bounds
 * that keep the order of the file, by evenly spread points.
 *
 * @param timeline Events in the order of the file, with bounds.
 * @param movingLevel Whether the level without treatment moves from course to course, so that the days of a course matter
 * to the scores since the one before.
 * @returns Blocks that together hold every score once.
 * @throws {EstimationError} `not-identifiable` when no times within the bounds keep the order of the file.
 */
export function possibleTimes(timeline: Timeline, movingLevel = false): TimeBlock[] {
  const groups = connectedGroups(timeline, movingLevel);
  const fixed: TimelineEvent[] = [];
  const blocks: TimeBlock[] = [];
  for (const group of groups) {
    const unknown = group.filter(isUnknown);
    const scores = group.filter((event) => event.kind === "score");
    if (scores.length === 0) continue;
    if (unknown.length === 0) fixed.push(...scores);
    else
      blocks.push(
        block(
          timeline,
          scores,
          unknown.length === 1 ? lineNodes(timeline, unknown[0]!) : jointNodes(timeline, unknown),
        ),
      );
  }
  if (fixed.length > 0) blocks.unshift(block(timeline, fixed, [{ weight: 1, days: new Map() }]));
  return blocks;
}

interface DayNode {
  weight: number;
  /** Day of each unknown event. */
  days: Map<TimelineEvent, number>;
}

function isUnknown(event: TimelineEvent): boolean {
  return event.tiedTo === null && event.latest > event.earliest;
}

function dayOf(event: TimelineEvent, days: Map<TimelineEvent, number>): number {
  if (event.tiedTo) return dayOf(event.tiedTo.course, days) + event.tiedTo.days;
  return days.get(event) ?? event.earliest;
}

function block(timeline: Timeline, scores: TimelineEvent[], nodes: DayNode[]): TimeBlock {
  const courses = timeline.courses;
  return {
    scores: scores.map((score) => score.index),
    nodes: nodes.map(({ weight, days }) => {
      const elapsed = new Float64Array(scores.length * courses.length);
      const starts = courses.map((course) => dayOf(course, days));
      scores.forEach((score, i) => {
        const day = dayOf(score, days);
        starts.forEach((start, j) => {
          elapsed[i * courses.length + j] = day - start;
        });
      });
      return { weight, elapsed };
    }),
  };
}

/** Events that share an unknown day, directly or through others (union–find over the file's events). */
function connectedGroups({ events, courses }: Timeline, movingLevel: boolean): TimelineEvent[][] {
  /** Earliest day on which a course matters to a score. */
  const matters = ({ index, earliest }: TimelineEvent): number =>
    movingLevel ? (courses[index - 1]?.earliest ?? earliest) : earliest;
  const leader = events.map((_, i) => i);
  const find = (i: number): number => {
    while (leader[i] !== i) i = leader[i]!;
    return i;
  };
  for (let i = 0; i < events.length; i++) {
    for (let j = 0; j < events.length; j++) {
      if (dependsOn(events[i]!, events[j]!, matters)) leader[find(i)] = find(j);
    }
  }
  const groups = new Map<number, TimelineEvent[]>();
  events.forEach((event, i) => {
    const key = find(i);
    groups.set(key, [...(groups.get(key) ?? []), event]);
  });
  return [...groups.values()];
}

function dependsOn(
  event: TimelineEvent,
  other: TimelineEvent,
  matters: (course: TimelineEvent) => number,
): boolean {
  if (event === other) return false;
  if (other.kind === "course" && event.kind === "score" && isUnknown(other))
    return event.latest > matters(other);
  return (
    isUnknown(event) && isUnknown(other) && event.earliest < other.latest && other.earliest < event.latest
  );
}

/** Gauss–Legendre nodes over the days of one event that keep the order of the file, split where another event stands. */
function lineNodes(timeline: Timeline, event: TimelineEvent): DayNode[] {
  const keepsOrder = orderCheck(timeline, [event]);
  const edges = [event.earliest, ...daysBetween(timeline, event), event.latest];
  const longest = Math.max(LONGEST_PANEL, (event.latest - event.earliest) / MOST_PANELS);
  const panels = edges
    .slice(1)
    .flatMap((to, k) => panelsBetween(edges[k]!, to, longest))
    .filter(({ middle }) => keepsOrder(new Map([[event, middle]])));
  if (panels.length === 0) throw impossibleOrder();
  const length = panels.reduce((sum, { half }) => sum + 2 * half, 0);
  const { nodes, weights } = gaussLegendre(NODES_PER_PANEL);
  return panels.flatMap(({ middle, half }) =>
    Array.from(nodes, (x, i) => ({
      weight: (weights[i]! * half) / length,
      days: new Map([[event, middle + half * x]]),
    })),
  );
}

function panelsBetween(from: number, to: number, longest: number): { middle: number; half: number }[] {
  const n = Math.ceil((to - from) / longest);
  const half = (0.5 * (to - from)) / n;
  return Array.from({ length: n }, (_, i) => ({ middle: from + (2 * i + 1) * half, half }));
}

/** Days within the bounds of an event on which it, or a score tied to it, meets another event or the score's own bounds. */
function daysBetween({ events }: Timeline, event: TimelineEvent): number[] {
  const tied = events.filter(({ tiedTo }) => tiedTo?.course === event);
  const ends = events
    .filter((other) => !tied.includes(other))
    .flatMap(({ earliest, latest }) => [earliest, latest]);
  const meetings = tied.flatMap(({ tiedTo, earliest, latest }) =>
    [...ends, earliest, latest].map((day) => day - tiedTo!.days),
  );
  const inside = [...ends, ...meetings].filter((day) => day > event.earliest && day < event.latest);
  return [...new Set(inside)].sort((a, b) => a - b);
}

function impossibleOrder(): EstimationError {
  return new EstimationError(
    "not-identifiable",
    "Cannot average over the days: needs days within their bounds that keep the order of the rows, found almost none",
  );
}

/** Evenly spread points of the bounds of several events that keep the order of the file. */
function jointNodes(timeline: Timeline, unknown: TimelineEvent[]): DayNode[] {
  const keepsOrder = orderCheck(timeline, unknown);
  const nodes: DayNode[] = [];
  let tries = 0;
  for (const point of goldenPoints(unknown.length)) {
    if (nodes.length === JOINT_POINTS || ++tries > MOST_TRIES) break;
    const days = new Map(
      unknown.map((event, k) => [event, event.earliest + point[k]! * (event.latest - event.earliest)]),
    );
    if (keepsOrder(days)) nodes.push({ weight: 1, days });
  }
  if (nodes.length < 32) throw impossibleOrder();
  return nodes.map((node) => ({ ...node, weight: 1 / nodes.length }));
}

/**
 * Compiles the check of days against the order of the file: events that could stand in either order stand in the file's,
 * and scores tied to a course within their own bounds.
 */
function orderCheck(
  { events }: Timeline,
  unknown: readonly TimelineEvent[],
): (days: Map<TimelineEvent, number>) => boolean {
  const moves = (event: TimelineEvent): boolean => unknown.includes(event.tiedTo?.course ?? event);
  const tied = events.filter((event) => event.tiedTo !== null && moves(event));
  const pairs = events.flatMap((later, j) =>
    events
      .slice(0, j)
      .filter((earlier) => earlier.earliest < later.latest && later.earliest < earlier.latest)
      .filter((earlier) => moves(earlier) || moves(later))
      .map((earlier) => ({ earlier, later })),
  );
  return (days) =>
    tied.every((event) => {
      const day = dayOf(event, days);
      return day >= event.earliest && day <= event.latest;
    }) && pairs.every(({ earlier, later }) => dayOf(earlier, days) <= dayOf(later, days));
}
