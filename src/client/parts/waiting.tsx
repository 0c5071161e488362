import { useEffect, useState } from "preact/hooks";

/** Says that the campaign is being evaluated and, if it takes a while, for how long. */
export function Waiting() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="waiting" role="status">
      Evaluating the campaign …{seconds > 1 && <span aria-hidden="true"> {seconds} s</span>}
    </p>
  );
}
