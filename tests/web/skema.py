"""The part of JSON Schema 2020-12 that data/openapi.json uses. An unknown keyword is an error: a schema must not promise what nobody checks."""
import re

SILENT = {"description", "default", "format", "contentMediaType"}
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int, "number": (int, float),
}


def is_type(value, name):
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, TYPES[name])


def faults(value, schema, document, place="$"):
    if "$ref" in schema:
        target = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        return faults(value, target, document, place)
    found = []
    for key, rule in schema.items():
        if key in SILENT:
            continue
        elif key == "type":
            names = rule if isinstance(rule, list) else [rule]
            if not any(is_type(value, name) for name in names):
                return [f"{place}: {value!r:.60} is not {rule}"]
        elif key == "enum":
            if value not in rule:
                found.append(f"{place}: {value!r:.60} is none of {rule}")
        elif key == "const":
            if value != rule:
                found.append(f"{place}: {value!r:.60} is not {rule!r}")
        elif key == "pattern":
            if isinstance(value, str) and not re.search(rule, value):
                found.append(f"{place}: {value!r:.60} does not match {rule}")
        elif key == "minimum":
            if is_type(value, "number") and value < rule:
                found.append(f"{place}: {value} is below {rule}")
        elif key == "maximum":
            if is_type(value, "number") and value > rule:
                found.append(f"{place}: {value} is above {rule}")
        elif key == "minItems":
            if isinstance(value, list) and len(value) < rule:
                found.append(f"{place}: fewer than {rule} items")
        elif key == "maxItems":
            if isinstance(value, list) and len(value) > rule:
                found.append(f"{place}: more than {rule} items")
        elif key == "required":
            if isinstance(value, dict):
                found += [f"{place}: {name} is missing" for name in rule if name not in value]
        elif key == "properties":
            if isinstance(value, dict):
                for name in value.keys() & rule.keys():
                    found += faults(value[name], rule[name], document, f"{place}.{name}")
        elif key == "additionalProperties":
            if rule is False and isinstance(value, dict):
                found += [f"{place}: {name} is not in the schema" for name in value.keys() - schema.get("properties", {}).keys()]
        elif key == "items":
            if isinstance(value, list):
                for i, item in enumerate(value):
                    found += faults(item, rule, document, f"{place}[{i}]")
        else:
            found.append(f"{place}: keyword {key} is not checked by tests/web/skema.py")
    return found
