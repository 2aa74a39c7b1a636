import type { Core } from '@strapi/strapi';

import { envSwitch } from '../../src/env-switch';

type Env = Core.Config.Shared.ConfigParams['env'];

const given = (value: string | undefined): Env =>
  ((_name: string, byDefault: string) => value ?? byDefault) as Env;

it.each([
  ['true', true],
  ['True', true],
  ['1', true],
  ['false', false],
  ['FALSE', false],
  ['0', false],
])('a variable of "%s" is %s, whatever its default', (value, expected) => {
  for (const byDefault of [true, false]) {
    expect(envSwitch(given(value), 'SWITCH', byDefault)).toBe(expected);
  }
});

it.each([undefined, ''])('without a value (%j) it is as by default', (value) => {
  for (const byDefault of [true, false]) {
    expect(envSwitch(given(value), 'SWITCH', byDefault)).toBe(byDefault);
  }
});

it.each(['yes', 'on', ' true', 'tru'])('"%s" is an error, rather than off', (value) => {
  expect(() => envSwitch(given(value), 'SWITCH', true)).toThrow(`SWITCH is "${value}"`);
});
