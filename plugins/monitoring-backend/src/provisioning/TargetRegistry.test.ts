import { MemoryTarget } from './__testUtils__/builders';
import { TargetRegistry } from './TargetRegistry';

it('takes every target that modules add, and no two of one name', () => {
  const registry = TargetRegistry.create();
  const [a, b] = [new MemoryTarget('a'), new MemoryTarget('b')];
  registry.addTargets(a, b);
  expect(registry.list()).toEqual([a, b]);
  expect(() => registry.addTargets(new MemoryTarget('b'))).toThrow(
    "Two targets of provisioning are called 'b'",
  );
});
