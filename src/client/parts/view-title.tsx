import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * The heading of a view. It takes the focus when the view is shown, so that keyboard and screen reader users start
 * there.
 */
export function ViewTitle({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={heading} tabIndex={-1} class="view-title">
      {children}
    </h2>
  );
}
