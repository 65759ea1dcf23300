import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface BarOf {
  label: string;
  value: number;
  /** The bar in full sentences, for whoever points at it. */
  detail: string;
}

type Props = { bars: readonly BarOf[]; height: number; write: (value: number) => string; axis?: boolean };

/** Bars in the house's look. Decorative for screen readers: whoever shows it gives the figures as a table as well. */
export function Bars({ bars, height, write, axis = true }: Props) {
  const tick = { fill: 'var(--color-ink-faint)', fontSize: 11 };
  return (
    <div aria-hidden="true" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height }}>
        <BarChart
          data={[...bars]}
          accessibilityLayer={false}
          margin={{ top: 6, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="18%"
        >
          {axis && <CartesianGrid vertical={false} stroke="var(--color-line)" />}
          <XAxis
            dataKey="label"
            tick={tick}
            tickLine={false}
            axisLine={false}
            minTickGap={28}
            height={22}
            interval="preserveStartEnd"
          />
          {axis && (
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width="auto"
              tickCount={4}
              allowDecimals={false}
              tickFormatter={write}
            />
          )}
          <Tooltip
            cursor={{ fill: 'var(--color-hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const bar: BarOf | undefined = active ? payload[0]?.payload : undefined;
              return bar ? (
                <p className="rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-raised">{bar.detail}</p>
              ) : null;
            }}
          />
          <Bar
            dataKey="value"
            fill="var(--color-accent)"
            radius={[3, 3, 0, 0]}
            maxBarSize={28}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
