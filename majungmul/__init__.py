"""마중물 — 지방보조금을 계획부터 정산까지: local subsidies from the plan to the last returned won."""

__version__ = "0.1.0"
