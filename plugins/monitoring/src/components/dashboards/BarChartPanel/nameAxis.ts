import { CHARACTER_WIDTH, fitText, textWidth } from '../plot';
import type { BarLayoutInput } from './layoutBars';

/** The names of the groups along their axis. */
export interface NameAxis {
  /** Height or width that it needs, in pixels. */
  size: number;
  /** Degrees. */
  rotation: number;
  /** One for each group; undefined where there is no room. */
  texts: (string | undefined)[];
  label?: string;
}

const LINE_HEIGHT = 16;
const LEAST_WIDTH = 40;
const WIDEST_NAME = 88;
const GAP = 12;
/** Of the chart, that names beside the bars may fill. */
const WIDEST = 0.35;

/** Which names of groups are written, and how. */
export function nameAxis(
  { data, options, names, size }: BarLayoutInput,
  isUpright: boolean,
): NameAxis {
  const { custom } = data.x.config;
  const label =
    typeof custom.axisLabel === 'string' && custom.axisLabel !== ''
      ? custom.axisLabel
      : undefined;
  const labelSize = label ? LINE_HEIGHT : 0;
  if (custom.axisPlacement === 'hidden') {
    return { size: 8, rotation: 0, texts: names.map(() => undefined) };
  }
  if (!isUpright) {
    const longest = Math.max(0, ...names.map(name => textWidth(name)));
    const width = Math.min(longest, size.width * WIDEST);
    const every = Math.ceil(
      (names.length * LINE_HEIGHT) / Math.max(1, size.height),
    );
    return {
      size: width + GAP + labelSize,
      rotation: 0,
      texts: names.map((name, index) =>
        index % every === 0 ? fitText(name, width) : undefined,
      ),
      label,
    };
  }
  const rotation = options.xTickLabelRotation;
  const slot = size.width / Math.max(1, names.length);
  if (rotation === 0) {
    const longest = Math.max(0, ...names.map(name => textWidth(name)));
    // A name that is cut says more than one that is left out, as long as something of it is left.
    const wanted =
      slot >= LEAST_WIDTH ? slot : Math.min(longest + 8, WIDEST_NAME);
    const every = spacing(names.length, options.xTickLabelSpacing, size.width);
    const step = every ?? Math.max(1, Math.ceil(wanted / slot));
    return {
      size: LINE_HEIGHT + GAP + labelSize,
      rotation,
      texts: names.map((name, index) =>
        isShown(index, names.length, step, options.xTickLabelSpacing)
          ? fitText(name, slot * step - 4)
          : undefined,
      ),
      label,
    };
  }
  const angle = Math.abs((rotation * Math.PI) / 180);
  const length =
    options.xTickLabelMaxLength ??
    Math.max(
      3,
      Math.floor(size.height / 2 / Math.sin(angle) / CHARACTER_WIDTH - 3),
    );
  const cut = names.map(name =>
    name.length > length ? `${name.slice(0, length)}…` : name,
  );
  const longest = Math.max(0, ...cut.map(name => textWidth(name)));
  const step =
    spacing(names.length, options.xTickLabelSpacing, size.width) ??
    Math.max(1, Math.ceil(LINE_HEIGHT / slot));
  return {
    size:
      Math.min(size.height * 0.4, Math.sin(angle) * longest + LINE_HEIGHT) +
      GAP +
      labelSize,
    rotation,
    texts: cut.map((name, index) =>
      isShown(index, names.length, step, options.xTickLabelSpacing)
        ? name
        : undefined,
    ),
    label,
  };
}

/** Every how manieth name is shown for the author's distance; undefined when there is none. */
function spacing(
  count: number,
  distance: number,
  width: number,
): number | undefined {
  if (distance === 0) {
    return undefined;
  }
  const most = Math.max(1, Math.floor(width / Math.abs(distance)));
  return count < most ? 1 : Math.ceil(count / most);
}

/** Below 0, names are counted from the end. */
function isShown(
  index: number,
  count: number,
  step: number,
  distance: number,
): boolean {
  return (distance < 0 ? count - 1 - index : index) % step === 0;
}
