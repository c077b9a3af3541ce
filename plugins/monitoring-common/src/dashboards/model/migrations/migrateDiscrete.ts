import { JsonObject } from '@backstage/types';
import { asNumber, asObject, asObjects, asText } from '../json';
import { withoutEmpty } from './withoutEmpty';

/** The states of a plugin of before Grafana 8. */
export function migrateDiscrete(json: JsonObject): JsonObject {
  const colors = new Map(
    asObjects(json.colorMaps).map(({ text, color }) => [
      asText(text) ?? '',
      asText(color),
    ]),
  );
  const texts = new Map(
    asObjects(json.valueMaps).map(({ value, text }) => [
      asText(value) ?? '',
      asText(text),
    ]),
  );
  const values = [...new Set([...texts.keys(), ...colors.keys()])];
  const { defaults, overrides } = asObject(json.fieldConfig);
  return {
    ...json,
    type: 'state-timeline',
    options: { ...asObject(json.options), mergeValues: true },
    fieldConfig: {
      defaults: withoutEmpty({
        ...asObject(defaults),
        unit: json.units || undefined,
        custom: { fillOpacity: 100, lineWidth: 0 },
        mappings: [
          {
            type: 'value',
            options: Object.fromEntries(
              values.map(value => [
                value,
                withoutEmpty({
                  text: texts.get(value),
                  color:
                    colors.get(value) ?? colors.get(texts.get(value) ?? ''),
                }),
              ]),
            ),
          },
          ...asObjects(json.rangeMaps).flatMap(({ from, to, text }) =>
            asText(text)
              ? [
                  {
                    type: 'range',
                    options: {
                      from: asNumber(from) ?? null,
                      to: asNumber(to) ?? null,
                      result: withoutEmpty({
                        text,
                        color: colors.get(asText(text) ?? ''),
                      }),
                    },
                  },
                ]
              : [],
          ),
        ],
      }),
      overrides: asObjects(overrides),
    },
  };
}
