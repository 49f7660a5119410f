"""What a screen reader is told: names of controls, and what axe finds."""

import re
from dataclasses import dataclass
from typing import Any

from players import PACKAGES
from visits import Visit

AXE = PACKAGES / "axe-core" / "axe.min.js"
EVERY_RULE = """
axe.run(document, { rules: Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }])) })
  .then((found) => found.violations.map((rule) => [rule.id, rule.nodes.length]))
"""
CONTROLS = frozenset(
    (
        *("button", "checkbox", "combobox", "link", "listbox", "menuitem", "menuitemcheckbox"),
        *("menuitemradio", "radio", "searchbox", "slider", "spinbutton", "switch", "tab"),
        *("textbox", "togglebutton", "disclosuretriangle", "popupbutton"),
    )
)
KOREAN = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Control:
    """A control as the browser tells it to screen readers; `node` finds its element again."""

    role: str
    name: str
    node: int


def violations(visit: Visit) -> dict[str, int]:
    """What axe finds on the whole page with every rule it has: rule to places."""
    visit.send("Runtime.evaluate", expression=AXE.read_text("utf-8"))
    found: list[tuple[str, int]] = visit.evaluate(EVERY_RULE)
    return dict(found)


def controls(visit: Visit) -> list[Control]:
    """Every control of the player that can be met on the page as it is now."""
    document = visit.send("DOM.getDocument")["root"]["nodeId"]
    root = visit.send("DOM.querySelector", nodeId=document, selector=visit.player.root)["nodeId"]
    told = visit.send("Accessibility.queryAXTree", nodeId=root)["nodes"]
    return [_control(node) for node in told if not node["ignored"] and _role(node) in CONTROLS]


def unnamed(found: list[Control]) -> int:
    return sum(not control.name for control in found)


def korean(found: list[Control]) -> int:
    return sum(bool(KOREAN.search(control.name)) for control in found)


def _role(node: dict[str, Any]) -> str:
    return str(node["role"]["value"]).lower()


def _control(node: dict[str, Any]) -> Control:
    name = str(node.get("name", {}).get("value", "")).strip()
    return Control(_role(node), name, node["backendDOMNodeId"])
