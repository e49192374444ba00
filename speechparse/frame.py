"""The frame of a page: menus, source lines, dates and footers, and the look of a title.

Tables of words that such lines open with or hold; a line is compared with them, no pattern is compiled for it.
"""

from __future__ import annotations

import re
from typing import Final

from speechparse.families import SPACE

_DECORATION: Final = SPACE + "#*·•【[（(《<-|『"

_FOOTERS: Final = tuple(
    """
    往期推荐 往期回顾 往期精彩 编辑｜ 编辑| 审核｜ 校对｜ 来源｜ 图文｜ 您的评论 给文档评分 文档贡献者 百度文档
    百度文库 相关文档推荐 点击关注 长按识别 阅读原文 在看 上一页 下一页 上一頁 下一頁 上一篇 下一篇 上页 下页
    上頁 下頁 相关文章 相关推荐 相关阅读 相关报道 相关文档 相关链接 相关新闻 相关内容 相关资料 相关搜索 相关专题
    相關文章 相關推薦 相關閱讀 相關報道 相關報導 相關新聞 推荐阅读 推荐文章 推薦閱讀 热门文章 热门推荐 热门阅读
    最新文章 最新发布 猜你喜欢 更多相关 更多文章 更多内容 更多精彩 更多>> 更多关于 延伸閱讀 延伸阅读 Copyright
    COPYRIGHT copyright 版权 版權 © 免责声明 免責聲明 责任编辑 責任編輯 责编 编辑： 编辑: 編輯： 作者： 作者:
    来源： 来源: 來源： 打印 关闭窗口 返回顶部 返回首页 返回列表 返回目录 回到顶部 Top TOP top 本文由 本文来源
    本文來源 本文地址 本文链接 本文网址 本文为 本文出自 本文作者 本文标题 此文由 文章来源 文章出处 文章来自
    原文链接 原文地址 原文出处 转载 轉載 温馨提示 溫馨提示 广告 廣告 全文阅读 阅读全文 点击下载 点击查看
    点击阅读 点击收藏 下载本文 下载地址 下载文档 收藏本 分享到 分享至 扫码 扫一扫 关注我们 关注公众号 关注微信
    微信公众号 微信扫 ICP 备案号 联系我们 联系电话 联系方式 关于我们 网站地图 声明： 声明: 特别声明 注：本文
    附件下载 附件： 附件: 发： 发: 發： 發: 抄送 抄报 抄報 主送： 主送: 报送： 报送: 印发： 共印 标签： 标签:
    標籤 关键词： 关键字： TAG Tags tags 评论 評論 发表评论 网友评论 顶一下 点赞 打赏 看过本文 看了本文 相似文档
    专题： 投稿 举报 http www.
    """.split()
)
_FOOTER_WORDS: Final = (
    "— END —",
    "—END—",
    "下载券",
    "http://",
    "https://",
    "www.",
    "版权所有",
    "版權所有",
    "转载请注明",
    "侵权",
    "侵權",
    "保留所有权利",
    "ICP备",
    "ICP備",
    "下載券",
    "轉載請註明",
    "保留所有權利",
)
_LISTS: Final = (
    "相关文章",
    "相关推荐",
    "相关阅读",
    "相關文章",
    "相關閱讀",
    "推荐阅读",
    "推薦閱讀",
    "推薦閲讀",
    "相關推薦",
    "相關閲讀",
)
_SUMMARY: Final = "以上(?:就是|是)(?:小编|.{0,30}(?:全部内容|全文|介绍))"
_FOOTER_LENGTH: Final = 160

_PAGE_NUMBER: Final = (
    r"(?:[—–\-·]\s*[0-9０-９]{1,4}\s*[—–\-·]|[0-9]{1,3}\s*/\s*[0-9]{1,4}"
    r"|第\s*[0-9]{1,4}\s*[页頁](?:\s*[/共].{0,8})?)"
)
_PAGE_NUMBER_LENGTH: Final = 24


def is_page_number(line: str) -> bool:
    """Whether a line only numbers a page: — 2 —, 2 / 6, 第2页."""
    line = line.strip()
    return len(line) < _PAGE_NUMBER_LENGTH and not line.isalpha() and bool(re.fullmatch(_PAGE_NUMBER, line))


def is_footer(line: str) -> bool:
    """Whether a trimmed line belongs to the frame at the foot of a page."""
    plain = line.lstrip(_DECORATION)
    if plain.startswith(_FOOTERS):
        return True
    if len(line) > _FOOTER_LENGTH:
        return False
    if plain.startswith("以上") and re.match(_SUMMARY, plain):
        return True
    return line.rstrip("】]：:").endswith(_LISTS) or any(word in line for word in _FOOTER_WORDS)


_HEADERS: Final = tuple(
    """
    字体 字體 字号 来源 來源 作者 时间 時間 发布 發布 更新 日期 点击 點擊 浏览 瀏覽 阅读 閱讀 编辑 編輯 责任编辑
    字号 字號 字體 分享 收藏 打印 列印 全屏 加大 还原 减小 下载 下載 上传 文号 电邮讲话 签发 上一 下一 首页 首頁
    当前位置 您的位置 您现在的位置 您的当前位置 位置： 手机版 导语 導語 编者按 編者按 摘要 关键词 目录 目錄 目次
    本文目录 本文目錄 第1页 日 期
    """.split()
)
_HEADER_WORDS: Final = (
    ">>",
    "＞",
    "›",
    "»",
    " > ",
    "点击：",
    "点击:",
    "浏览：",
    "浏览:",
    "文档编号",
    "上传时间",
    "来源：",
    "来源:",
    "來源：",
)
_DATE: Final = r"[（(]?[0-9０-９〇○零一二三四五六七八九十]{2,4}\s?[年\-/.．－].{0,20}[日号號)）0-9０-９][）)]?"
_DATE_LENGTH: Final = 30
_ISSUE: Final = r"第\s?[0-9]+\s?[页期頁]"


def is_header(line: str) -> bool:
    """Whether a trimmed line is about the page or the date, not of the speech."""
    if len(line) > _FOOTER_LENGTH:
        return False
    plain = line.lstrip(_DECORATION)
    if (
        plain.startswith(_HEADERS)
        or (plain[:1] == "第" and re.match(_ISSUE, plain))
        or (len(line) < _DATE_LENGTH and re.fullmatch(_DATE, line))
    ):
        return True
    return any(word in line for word in _HEADER_WORDS) or line.count(" / ") > 1


_GENRES: Final = tuple(
    """
    演説 彙報 答記者問 歡迎詞 悼詞 公開信 倡議書 決議 守則 讲话 講話 讲话稿 講話稿 致辞 致辭 致词 致詞 发言 發言
    发言稿 發言稿 报告 報告 演讲 演講 演讲稿 演講稿 演說 演说 主持词 主持詞 汇报 匯報 纪要 紀要 贺词 賀詞 献词
    獻詞 党课 黨課 总结 總結 講稿 讲稿 答记者问 寄语 寄語 答谢词 答謝詞 開幕詞 开幕词 闭幕词 閉幕詞 欢迎词 悼词
    公开信 倡议书 条例 條例 办法 辦法 规定 規定 规则 規則 细则 細則 意见 意見 通知 决定 決定 决议 方案 计划 計劃
    规划 規劃 章程 要点 要點 守则 制度 须知 須知
    """.split()
)
_APPENDED: Final = r"[（(][^）)]{1,20}[)）]\s*$"
_TITLE_LENGTH: Final = 64
_NOT_IN_TITLE: Final = frozenset("。；！？!?;")


def looks_like_title(line: str) -> bool:
    """Whether a trimmed line ends as titles of speeches and papers do: …的讲话, …致辞, …工作报告（摘要）."""
    if not 4 <= len(line) <= _TITLE_LENGTH or not _NOT_IN_TITLE.isdisjoint(line):
        return False
    if line.endswith(("）", ")")):
        line = re.sub(_APPENDED, "", line)
    return line.endswith(_GENRES)
