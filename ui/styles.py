"""The page's own CSS: less empty space than Streamlit's, the keys, the evidence card."""

from __future__ import annotations

import streamlit as st

from ui.theme import Theme

_CSS = """
[data-testid="stHeader"] {{ background: transparent; height: 0; min-height: 0; }}
[data-testid="stMainBlockContainer"] {{ padding: 0.75rem 2.4rem 0.5rem; max-width: 1800px; }}
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] {{ gap: 0.35rem; }}
.st-key-explorer {{ gap: 0.35rem; }}
[class*="st-key-head"] {{ align-items: center; }}
.st-key-head :is(.stButton, .stPopover, .stDownloadButton) button {{ padding-left: 0.6rem; padding-right: 0.6rem; }}
.title {{ font-size: 1.35rem !important; font-weight: 650; line-height: 1.2; margin: 0; padding: 0.35rem 0 0; overflow: hidden;
  display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow-wrap: anywhere; }}
.keys {{ display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 20px; line-height: 20px;
  font-size: 12px; color: {ink}; }}
.keys > div {{ display: flex; flex-wrap: wrap; gap: 2px 9px; }}
.keys span {{ display: inline-flex; align-items: center; gap: 4px; white-space: nowrap; }}
.keys i {{ display: inline-block; box-sizing: content-box; flex: none; }}
.keys i.few {{ width: 64px; height: 10px; background: linear-gradient(90deg, {few}, {accent}); }}
.sym {{ display: inline-block; width: 11px; height: 11px; flex: none; }}
[class*="st-key-notice"] [data-testid="stAlertContainer"] {{ padding: 4px 12px; min-height: 0; font-size: 13.5px; }}
[class*="st-key-notice"] button {{ min-height: 1.9rem; padding: 0 0.6rem; }}
.says {{ font-size: 14px; color: {muted}; line-height: 1.3; overflow-wrap: anywhere; padding: 2px 0; }}
.aside {{ font-size: 13px; color: {muted}; }}
.st-key-undated {{ background: {band}; border-top: 1px solid {grid}; padding: 3px 10px; min-height: 30px; row-gap: 0; }}
.st-key-undated button {{ min-height: 1.4rem; padding: 0 4px; font-size: 13px; }}
.undated {{ font-size: 13px; color: {muted}; white-space: nowrap; width: 150px; }}
.undated b {{ color: {ink}; }}
.says b {{ color: {ink}; font-weight: 600; }}
.st-key-moves button {{ min-height: 1.9rem; padding: 0 0.6rem; }}
.st-key-moves {{ align-items: center; min-height: 1.9rem; gap: 0.45rem; }}
[data-testid="stLayoutWrapper"]:has(> .st-key-detail) {{ position: sticky; bottom: 0; z-index: 5; }}
.st-key-detail {{ position: relative; background: {paper}; padding: 7px 0 8px; border-top: 1px solid {grid}; }}
.st-key-detail[data-more]::before {{ content: "more below ▾"; position: absolute; left: 0; right: 0; bottom: 100%; height: 30px;
  display: flex; align-items: flex-end; justify-content: center; font-size: 12px; color: {muted}; pointer-events: none;
  background: linear-gradient(transparent, {paper} 60%); }}
.st-key-detail [data-testid="stVerticalBlock"] {{ gap: 0.4rem; }}
.st-key-detail button {{ min-height: 1.9rem; padding-top: 0; padding-bottom: 0; }}
/* What the table's own tools would search and download is one page of rows, and not made safe for spreadsheets. */
[data-testid="stElementToolbar"] button:is([aria-label^="Download as CSV"], [aria-label^="Search"]) {{ display: none; }}
.st-key-detail .st-key-card {{ padding: 0.5rem 0.9rem 0.6rem; gap: 0.15rem; }}
.st-key-card [data-testid="stElementContainer"]:has(> .stButton > [data-testid="stBaseButton-tertiary"]) {{ height: 1.4rem; }}
.st-key-bridge {{ position: absolute; height: 0; overflow: hidden; }}
.card {{ font-size: 14px; line-height: 1.5; color: {ink}; overflow-wrap: anywhere; }}
.card .when {{ display: flex; align-items: center; gap: 7px; color: {muted}; font-size: 13px; flex-wrap: wrap; }}
.card h2 {{ font-size: 16px !important; font-weight: 650; line-height: 1.3; margin: 0; padding: 0; }}
.card blockquote {{ margin: 4px 0; padding: 1px 0 1px 13px; border-left: 3px solid; font-size: 15px; line-height: 1.45; color: {ink}; }}
.card p {{ margin: 3px 0; font-size: 13px; color: {muted}; }}
.card p b {{ color: {ink}; font-weight: 600; }}
mark {{ color: inherit; border-radius: 3px; padding: 0 2px; }}
mark.trigger {{ background: {trigger}; font-weight: 600; }}
mark.time {{ background: {time}; }}
mark.actor {{ background: {actor}; }}
.card.mention {{ font-size: 13px; line-height: 1.4; color: {muted}; padding: 0 0 2px 26px; }}
.card b.assumed {{ color: {warn}; font-weight: 600; }}
.card b.disagree {{ color: {warn}; }}
.st-key-card [data-testid="stBaseButton-tertiary"] {{ min-height: 1.4rem; padding: 0; text-align: left; font-size: 13px; }}
.st-key-state {{ max-width: 660px; margin: 9vh auto 0; }}
.card.steps p {{ font-size: 14px; margin: 6px 0; }}
.card code {{ background: {band}; border: 1px solid {grid}; border-radius: 4px; padding: 3px 7px; color: {ink}; }}
.st-key-begin button {{ max-width: 100%; }}
.st-key-begin button p {{ white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }}
.waiting {{ display: flex; flex-direction: column; gap: 12px; padding-top: 6px; }}
.waiting p {{ margin: 0; font-size: 14px; color: {muted}; }}
.waiting div {{ border-radius: 6px; background: {band}; animation: waiting 1.6s ease-in-out infinite; }}
@keyframes waiting {{ 50% {{ background: {grid}; }} }}
@media (prefers-reduced-motion: reduce) {{ .waiting div {{ animation: none; }} }}
.markkey {{ font-size: 12px; color: {muted}; }}
.st-key-views button [data-testid="stMarkdownContainer"], .st-key-go_to button [data-testid="stMarkdownContainer"],
.st-key-lane_panel button [data-testid="stMarkdownContainer"] {{
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
button kbd {{ color: {muted} !important; opacity: 1 !important; }}
[data-testid="stBaseButton-primary"] p, [data-testid="stBaseButton-primaryFormSubmit"] p {{ color: {paper}; }}
.card a {{ color: {accent}; }}
.st-key-parcel [data-testid="stElementContainer"]:has(.stDownloadButton) {{ flex: 1 1 0 !important; min-width: 0; }}
mark.hit {{ background: none; box-shadow: inset 0 -2px {accent}; border-radius: 0; }}
.st-key-people, .st-key-row_names, .st-key-profile [data-testid="stHorizontalBlock"] {{ row-gap: 0; }}
.st-key-people button, .st-key-row_names button,
.st-key-profile [data-testid="stBaseButton-tertiary"] {{ min-height: 1.4rem; padding: 0 0.15rem; font-size: 13px; }}
.st-key-people button p, .st-key-row_names button p,
.st-key-profile [data-testid="stBaseButton-tertiary"] p {{ text-decoration: underline; text-underline-offset: 3px;
  text-decoration-color: {muted}; }}
.st-key-card_buttons button {{ padding-left: 0.5rem; padding-right: 0.5rem; }}
.st-key-card_buttons:has(.when) :is(.st-key-previous, .st-key-next) button [data-testid="stMarkdownContainer"] {{
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.st-key-card_buttons:has(.when) kbd {{ display: none; }}
.st-key-card_buttons .when {{ line-height: 1.2; flex-wrap: nowrap; }}
.st-key-card_buttons > :has(.when) {{ flex: 1 1 0 !important; min-width: 0; }}
.st-key-mentions button p {{ text-decoration: underline; text-underline-offset: 3px; }}
@media (max-width: 1160px) {{
  .st-key-head {{ gap: 0.5rem; }}
  :is(.st-key-download, .st-key-more, .st-key-articles) button [data-testid="stMarkdownContainer"] {{
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
}}
@media (max-width: 640px) {{
  [data-testid="stMainBlockContainer"] {{ padding: 0.6rem 0.75rem 2rem; }}
  .title {{ -webkit-line-clamp: 3; font-size: 1.3rem !important; }}
  [data-testid="stLayoutWrapper"]:has(> .st-key-detail) {{ position: static; }}
  .st-key-detail kbd {{ display: none; }}
  .st-key-card_buttons > :has(.when) {{ flex: 1 0 100% !important; }}
  .st-key-card:has(h2) {{ position: fixed; left: 0; right: 0; bottom: 0; z-index: 20; max-height: 46vh; overflow-y: auto;
    background: {paper}; border-radius: 12px 12px 0 0; box-shadow: 0 -4px 18px rgba(0,0,0,0.22); }}
  [data-testid="stMainBlockContainer"]:has(.st-key-card h2) {{ padding-bottom: 48vh; }}
  .certainty {{ display: none !important; }}
  .st-key-moves > :first-child {{ flex: 1 0 100%; }}
  .st-key-moves {{ gap: 0.4rem; }}
}}
"""


def apply_styles(theme: Theme) -> None:
    """Put the CSS on the page in the theme's colours."""
    trigger, time, actor = theme.marks
    colours = {"ink": theme.ink, "muted": theme.muted, "paper": theme.paper, "grid": theme.grid, "accent": theme.accent}
    colours |= {"band": theme.band, "warn": theme.warn, "few": theme.faded(theme.accent, 0.18)}
    st.html(f"<style>{_CSS.format(trigger=trigger, time=time, actor=actor, **colours)}</style>")
