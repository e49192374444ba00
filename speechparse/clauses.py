"""Clauses that only lead up to the point: 对困难群众，… 在三个新村，… 只有…，… 今年以来，…

Such a clause is no heading by itself: what it leads up to stands in the next one.
"""

from __future__ import annotations

from typing import Final

_ALWAYS: Final = tuple(
    """
    为了 為了 爲了 关于 關於 由于 由於 因为 因爲 因為 随着 隨著 隨着 鉴于 鑒於 鑑於 除了 经过 經過 通过 通過 透过
    透過 如果 假如 倘若 要是 只要 只有 虽然 雖然 尽管 儘管 即使 哪怕 无论 無論 不论 不論 不管 既然 一旦 每当 每當
    自从 自從 本着 本著
    """.split()
)
"""Words that open a clause which waits for another, whatever it holds."""
_NOUN_FOLLOWS: Final = tuple(
    """
    对于 對於 对 對 针对 針對 面对 面對 围绕 圍繞 结合 結合 按照 依照 根据 根據 依据 依據 依托 依託 借助 藉助 利用
    从 從 凭借 憑藉 憑借 沿着 沿著
    """.split()
)
"""Words that open an adverbial where nothing but the thing follows that they belong to."""
_NO_PREPOSITION: Final = tuple(
    """
    对照 對照 对标 對標 对接 對接 对口 對口 对准 對準 对待 對待 对付 對付 从严 從嚴 从政 從政 从业 從業 结合部
    結合部
    """.split()
)
"""Words that look as if they opened with a preposition."""
_THINGS: Final = frozenset(
    "人者员員众眾衆羣民户戶企业業司区區村镇鎮乡鄉县縣市校队隊组組站所院厂廠店家子女童生师師工属屬体體况況目事物地路河山田"
    "水林款项項点點处處群层層位岗崗部门門题題求则則针針案标標准準神面势勢情型类類源品品链鏈园園场場馆館库庫网網"
    "期季年月日节節会會史权權利益心核线線局境候期商农農"
)
"""What nouns for people, places and things end in."""
_PLACE_ENDS: Final = tuple(
    """
    上 中 下 里 裡 裏 内 內 外 前 后 後 间 間 时 時 际 際 旁 边 邊 处 處 方面 期间 期間 同时 同時 过程 過程 阶段
    階段
    """.split()
)
_TIME_ENDS: Final = tuple(
    """
    以来 以來 期间 期間 的时候 的時候 的同时 的同時 的基础上 的基礎上 的情况下 的情況下 过程中 過程中 条件下 條件下
    前提下 背景下 形势下 形勢下
    """.split()
)
"""Ends of clauses that say when or on what terms."""
_SHORT: Final = frozenset(
    """
    当前 當前 目前 眼下 现在 現在 今年 明年 去年 今后 今後 近年来 近年來 几年来 幾年來 多年来 多年來 一年来 一年來
    五年来 五年來 一直以来 一直以來 过去 過去 将来 將來 下一步 接下来 接下來 同时 同時 其中 当然 當然 可以说 可以説
    可以說 应该说 應該説 應該說 大家知道 众所周知 衆所周知 眾所周知 我认为 我認爲 我認為 我觉得 我覺得 我想 说实话
    説實話 說實話 说到底 説到底 說到底 具体来说 具體來說 具體來説 总的来看 總的來看 总的来说 總的來説 總的來說
    同志们 同志們 各位代表 各位领导 各位領導 换句话说 換句話説 換句話說
    """.split()
)
"""Clauses that only open a sentence."""
_PLACE_LENGTH: Final = 10
"""The longest clause that is a place without 上 or 里 behind it: 在三个新村."""


def leads_up(clause: str) -> bool:
    """Whether a trimmed clause is no point of its own, but leads up to one."""
    if clause in _SHORT or clause.endswith(_TIME_ENDS) or clause.startswith(_ALWAYS):
        return True
    if clause.startswith("在"):
        return _only_says_where(clause)
    return clause.startswith(_NOUN_FOLLOWS) and not clause.startswith(_NO_PREPOSITION) and clause[-1] in _THINGS


def _only_says_where(clause: str) -> bool:
    """Whether a clause that opens with 在 holds a place and no verb behind it."""
    if clause.endswith(_PLACE_ENDS):
        return True
    return len(clause) <= _PLACE_LENGTH and clause[-1] in _THINGS and not any(char in clause for char in "上中下里")
