// Real programs and real servers take their time on a machine that is busy with other tests.
jest.setTimeout(30_000);
