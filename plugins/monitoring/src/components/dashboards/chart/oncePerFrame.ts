import type uPlot from 'uplot';

type Bind = Required<NonNullable<uPlot.Cursor['bind']>>;
type Accepts = (event: MouseEvent, target: HTMLElement) => boolean;

/**
 * uPlot's listeners to the pointer: of the moves between two frames only the last is carried out,
 * since each moves the crosshair of every chart that follows. Whatever begins or ends something
 * first carries out the move that waits, to find the cursor where the pointer is.
 */
export function oncePerFrame(): Pick<
  Bind,
  'mousemove' | 'mousedown' | 'mouseup' | 'mouseleave'
> {
  let frame = 0;
  let move: (() => void) | undefined;
  const carryOut = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    const last = move;
    move = undefined;
    last?.();
  };
  const afterMoves =
    (accepts: Accepts): uPlot.Cursor.MouseListenerFactory =>
    (_u, target, handle) =>
    event => {
      if (accepts(event, target)) {
        carryOut();
        handle(event);
      }
      return null;
    };

  return {
    mousemove: (u, target, handle) => event => {
      if (event.target === target) {
        move = () => {
          // A chart that was taken away meanwhile says nothing of its cursor.
          if (u.root.isConnected) {
            handle(event);
          }
        };
        frame ||= requestAnimationFrame(carryOut);
      }
      return null;
    },
    // As uPlot has them otherwise: an end counts wherever the pointer is by then.
    mousedown: afterMoves(
      (event, target) => event.button === 0 && event.target === target,
    ),
    mouseup: afterMoves(event => event.button === 0),
    mouseleave: afterMoves((event, target) => event.target === target),
  };
}
