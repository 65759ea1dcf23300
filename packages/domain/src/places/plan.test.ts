import type { MapPlace } from './contract.ts';
import { describe, expect, it } from 'vitest';
import { planOf } from './plan.ts';

const point = (longitude: number, latitude: number): MapPlace => ({
  id: '',
  kind: 'STAGE',
  name: {},
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
  capacity: null,
  note: {},
  icon: null,
  color: null,
  hours: [],
});

describe('planOf', () => {
  it('puts north up and west left, inside the margins', () => {
    const plan = planOf([point(4.35, 50.85), point(4.36, 50.86)]);
    expect(plan?.at([4.35, 50.86])).toEqual([50, 50]);
    const [x, y] = plan?.at([4.36, 50.85]) ?? [0, 0];
    expect(x).toBeCloseTo(950);
    expect(y).toBeCloseTo((plan?.height ?? 0) - 50);
  });

  it('keeps the shape: a kilometre is as long to the north as to the east', () => {
    const latitude = 50.85;
    const north = 1 / 111.32;
    const east = north / Math.cos((latitude * Math.PI) / 180);
    const plan = planOf([point(4, latitude), point(4 + east, latitude + north)]);
    const [x0, y0] = plan?.at([4, latitude]) ?? [0, 0];
    const [x1, y1] = plan?.at([4 + east, latitude + north]) ?? [0, 0];
    expect(Math.abs((x1 - x0) / (y0 - y1) - 1)).toBeLessThan(0.01);
  });

  it('takes a single point, and has no plan for none', () => {
    expect(
      planOf([point(4, 50)])
        ?.at([4, 50])
        .every(Number.isFinite),
    ).toBe(true);
    expect(planOf([])).toBeNull();
  });
});
