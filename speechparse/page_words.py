"""Words of a page's frame: what its buttons, fields, links and menus are called.

The tables are words, not patterns: a line is compared with them by its beginning, which costs hardly anything.
"""

from __future__ import annotations

from itertools import product
from typing import Final

PHRASES: Final = tuple(
    """
    往期推荐 往期推薦 往期回顾 往期回顧 往期精彩 您的评论 您的評論 给文档评分 給文檔評分 文档贡献者 文檔貢獻者
    百度文档 百度文檔 百度文库 百度文庫 相关文档推荐 相關文檔推薦 点击关注 點擊關注 长按识别 長按識別 上一条 下一条
    上一條 下一條 上一篇 下一篇 猜你喜欢 猜您喜欢 猜您喜歡 猜你喜歡 更多相关 更多相關 更多>> 更多关于 更多關於
    Copyright COPYRIGHT copyright 版权所有 版權所有 版权声明 版權聲明 版权归 版權歸 © 免责声明 免責聲明 责任编辑
    責任編輯 关闭窗口 關閉窗口 返回顶部 返回頂部 返回首页 返回首頁 返回列表 返回目录 返回目錄 回到顶部 回到頂部
    本文由 本文来源 本文來源 本文地址 本文链接 本文鏈接 本文网址 本文網址 本文为 本文爲 本文為 本文出自 本文作者
    本文标题 本文標題 此文由 返回搜狐 长按二维码 長按二維碼 文章来源 文章來源 文章出处 文章出處 文章来自 文章來自
    原文链接 原文鏈接 原文地址
    原文出处 原文出處 转载请 转载自 轉載自 轉載請 点击下载 點擊下載 点击查看 點擊查看 点击阅读 點擊閱讀 點擊閲讀
    点击收藏 點擊收藏 下载本文 下載本文 下载地址 下載地址 下载文档 下載文檔 相似文档 相似文檔 版权提示 版權提示
    收藏本 分享到 分享至 扫码关注 掃碼關注 扫一扫 掃一掃 关注公众号 關注公衆號 關注公眾號 关注微信 關注微信 微信扫
    微信掃 根据录音整理 根據錄音整理 根据现场录音 根據現場錄音 网站地图 網站地圖 共印 全文阅读已 全文閱讀已
    全文閲讀已 点击上方 點擊上方 特别声明 特別聲明 注：本文
    附件下载 附件下載 发表评论 發表評論 网友评论 網友評論 顶一下 頂一下 看过本文 看過本文 看了本文 备案号 備案號
    发自我的 發自我的 ICP http www.
    """.split()
)
"""What only a frame at the foot of a page begins with."""

FOOT_FIELDS: Final = tuple(
    """
    相关文章 相关推荐 相关阅读 相關閲讀 相关报道 相关文档 相關文檔 相关链接 相关新闻 相关内容 相關內容 相关资料
    相關資料 相关搜索 相關搜索 相关专题 相關專題 相關文章 相關推薦 相關閱讀 相關報道 相關報導 相關新聞 相关报导
    相关连结 相關連結
    相關鏈接 推荐阅读 推薦閲讀 推荐文章 推薦閱讀 推薦文章 热门文章 热门推荐 热门阅读 熱門閱讀 熱門閲讀 熱門文章
    熱門推薦 最新文章 最新发布 最新發布 更多文章 更多内容 更多內容 更多精彩 延伸閱讀 延伸閲讀 延伸阅读 编辑 編輯
    审核 審覈 審核 校对 校對 来源 來源 图文 圖文 作者 责编 責編 打印 本页 本頁 上一页 下一页 上一頁 下一頁 上页 下页
    上頁 下頁 阅读原文 閱讀原文 閲讀原文 在看 Top TOP top 转载 轉載 温馨提示 溫馨提示 广告 廣告 全文阅读 全文閱讀
    全文閲讀 阅读全文 閱讀全文 閲讀全文 扫码 掃碼 关注我们 關注我們 微信公众号 微信公衆號 微信公眾號 联系我们
    聯繫我們 联系电话 聯繫電話 联系方式 聯繫方式 关于我们 關於我們 声明 聲明 标签 標籤 TAG Tags tags 评论 評論
    热门评论 熱門評論 点赞
    點贊 摄影 攝影 供稿 撰稿 通讯员 通訊員 文字整理 录音整理 錄音整理 排版 打赏 打賞 投稿 举报 舉報 版权 版權
    """.split()
)
"""What such a frame begins with where a border follows: 打印机 is a word of the speech."""

COLONED: Final = tuple(
    "".join(parts)
    for parts in product(
        """
        附件 发 發 报 報 抄送 抄报 抄報 主送 报送 報送 印发 印發 编印 編印 承印 关键词 關鍵詞 关键字 關鍵字 专题 專題
        """.split(),
        "：:",
    )
)
"""Fields that words of the speech are spelt like: only a colon tells."""

TAILS: Final = tuple(
    """
    推荐 推薦 阅读 閲讀 閱讀 列表 文章 链接 鏈接 精选 精選 排行 栏目 欄目 信息 内容 內容 范文 範文 此页 此頁 本页
    本頁 本文 關閉 关闭 收藏 打印 分享
    """.split()
)
"""What may follow such a word without a border: 相关推荐阅读, 打印本页."""

FOOTER_WORDS: Final = (
    "— END —",
    *"""
    —END— 下载券 http:// https:// www. 版权所有 版權所有 转载请注明 如有侵权 如有侵權 侵权必究 侵權必究 不得转载
    不得轉載 谢绝转载 謝絕轉載 免费下载 免費下載 侵权请
    侵權請 侵权删 侵權刪 保留所有权利 ICP备 ICP備 下載券 轉載請註明 保留所有權利
    """.split(),
)
"""What lines at the foot of a page hold somewhere."""

LINK_LISTS: Final = tuple(
    """
    相关文章 相关推荐 相关阅读 相关链接 相關鏈接 相关新闻 相關新聞 相关文档 相關文檔 相关内容 相關內容 相關文章
    相關推薦 相關閱讀 相關閲讀 相关报导 相关连结 相關連結 相关报道 相關報道 相關報導 相关资料 相關資料 相关搜索
    相關搜索 相关专题
    相關專題 推荐阅读 推薦閱讀 推薦閲讀 推荐文章 推薦文章 热门文章 热门推荐 热门阅读 熱門閱讀 熱門閲讀 熱門文章
    熱門推薦 最新文章 最新发布 最新發布 往期推荐 往期推薦 往期回顾 往期回顧 往期精彩 猜你喜欢 猜您喜欢 猜您喜歡
    猜你喜歡 延伸阅读 延伸閲讀 延伸閱讀 更多文章 更多内容 更多內容 更多精彩 看过本文 看過本文 看了本文 相似文档
    相似文檔
    """.split()
)
"""Heads of lists of other pages."""

PRINTED: Final = ("日印发", "日印發")
"""What the last line of an official paper ends in, below those it goes to."""

CAPTIONS: Final = ("图为", "圖為", "圖爲", "图片：", "圖片：", "图片:", "圖片:")
"""What a picture's caption begins with, beside its number."""

END_MARKS: Final = frozenset(("完", "全文完", "正文完", "终", "終", "END", "End", "end", "The End", "THE END"))
"""What a line holds that only says that the text ends."""

ENCLOSURES: Final = ("附件", "附录", "附錄", "附表")

GLOSSARIES: Final = tuple(
    """
    名词解释 名詞解釋 名词说明 名詞說明 名詞説明 名词注释 名詞註釋 名詞注釋 名词释义 名詞釋義 用语说明 用語說明
    用語説明 用语解释 用語解釋 用语注释 用語註釋 用語注釋 术语解释 術語解釋 术语说明 術語說明 術語説明 词语解释
    詞語解釋 名词和术语解释
    """.split()
)
"""What the heading above the terms that a paper explains ends in."""

SOURCES: Final = frozenset(
    """
    注释 註釋 注釋 附注 附註 尾注 尾註 参考文献 參考文獻 参考资料 參考資料 引用资料 引用資料 资料来源 資料來源
    """.split()
)
"""What heads the sources of a paper."""

MINUTES_FIELDS: Final = ("散会", "散會", "休会", "休會", "临时动议", "臨時動議")
"""What the last fields of a meeting's minutes begin with."""

AFTERWORDS: Final = tuple(
    """
    附记 附記 后记 後記 编者注 編者注 編者註 编者按 編者按 编注 編注 編註 记者注 記者注 記者註 整理者注 整理者註
    """.split()
)
"""What opens a note of those who took a speech down or printed it, in brackets or before a colon."""

DISCLAIMERS: Final = tuple(
    """
    本邮件含 本郵件含 本邮件及 本郵件及 本邮件可能 本郵件可能 本邮件仅 本郵件僅 本邮件包含 本郵件包含 此邮件及 此郵件及
    此电邮 此電郵 仅限收件人 僅限收件人 收件人阅读 收件人閱讀 收件人閲讀 打印前请想 打印前請想 列印前请想 列印前請想
    打印本邮件 打印本郵件 列印本邮件 列印本郵件 打印此邮件 打印此郵件 列印此邮件 列印此郵件
    """.split()
)
"""What a mail says of itself below the signature."""

FORWARDED: Final = tuple(
    """
    原始邮件 原始郵件 转发邮件 轉發郵件 转发的邮件 轉發的郵件 转寄邮件 轉寄郵件 OriginalMessage Originalmessage
    Forwardedmessage ForwardedMessage Forwardedby
    """.split()
)
"""What stands between dashes above a mail that was sent on, without blanks."""

STAGE_WORDS: Final = ("掌声", "掌聲", "鼓掌", "笑", "欢呼", "歡呼", "起立", "口号", "口號", "敬礼", "敬禮", "鞠躬")
"""What a note in brackets says of the audience and the speaker."""

HEAD_PHRASES: Final = tuple(
    """
    发布时间 發佈時間 發布時間 发布日期 發佈日期 发布者 發佈者 发布人 發佈人 发布机构 發佈機構 发布单位 發佈單位
    發布單位 發布日期 發布者 發布人 发布机关 發布機關 發佈機關 點擊上方 点击上方 更新时间 更新時間 更新日期 更新於
    更新于 点击数
    点击量 點擊量 点击次数 點擊次數 點擊數 浏览次数 浏览量 瀏覽量 浏览数 瀏覽數 瀏覽次數 阅读次数 閲讀次數 阅读量
    閱讀量 閲讀量 阅读数 閱讀數 閲讀數 閱讀次數 责任编辑 責任編輯 分享到 分享至 上传者 上傳者 上传人 上傳人 上传时间
    上傳時間 上一篇 下一篇 上一页 下一页 上一頁 下一頁 当前位置 當前位置 您的位置 您现在的位置 您現在的位置
    您的当前位置 您的當前位置 编者按 編者按 本文目录 本文目錄 -----原始 ------------------ 第1页 第1頁 原始邮件
    原始郵件
    """.split()
)
"""What only a frame above a speech begins with."""

HEAD_FIELDS: Final = tuple(
    """
    字体 字體 字号 字號 来源 來源 作者 时间 時間 发布 發佈 發布 更新 日期 点击 點擊 浏览 瀏覽 阅读 閲讀 閱讀 编辑
    編輯 分享 收藏 打印 列印 全屏 加大 还原 還原 减小 減小 下载 下載 上传 上傳 文号 文號 电邮讲话 電郵講話 签发 簽發
    首页 首頁 位置 手机版 手機版 导语 導語 摘要 关键词 關鍵詞 目录 目錄 目次 日 期 发件人 發件人 收件人 寄件人
    寄件者 收件者 发送时间 發送時間 发送日期 發送日期 抄送 密送 副本 主题 主題 主旨 附件 From FROM To TO Cc CC Bcc
    Subject SUBJECT Date DATE Sent Reply-To
    """.split()
)
"""What such a frame begins with where a border follows."""

HEADER_WORDS: Final = (">>", "＞", "›", "»", " > ", "文档编号", "文檔編號", "上传时间", "上傳時間")
"""What lines above a speech hold somewhere."""

MENU_WORDS: Final = frozenset(
    """
    首页 首頁 要闻 要聞 新闻 新聞 时政 時政 专题 專題 图片 圖片 视频 視頻 滚动 滾動 评论 評論 理论 理論 党建 黨建
    政务 政務 政策 服务 服務 互动 互動 公告 通知 通知公告 公示 动态 動態 工作动态 工作動態 概况 概況 简介 簡介 机构
    機構 机构设置 機構設置 领导 領導 领导讲话 領導講話 专栏 專欄 专题专栏 專題專欄 资料 資料 资料下载 資料下載 下载
    下載 留言 论坛 論壇 登录 登錄 注册 註冊 搜索 退出 帮助 幫助 繁体 繁體 简体 簡體 无障碍 無障礙 English 手机版
    手機版 客户端 客戶端 微博 微信 更多 全部 范文 範文 范文大全 範文大全 演讲稿 演講稿 讲话稿 講話稿 发言稿 發言稿
    主持词 主持詞 工作总结 工作總結 工作计划 工作計劃 心得体会 心得體會 新闻中心 新聞中心 政务公开 政務公開
    政府信息公开 政府信息公開 网上办事 網上辦事 学校概况 學校概況 校园新闻 校園新聞 招生就业 招生就業 财经 財經 体育
    體育 娱乐 娛樂 科技 教育 健康 文化 社会 社會 国内 國內 国际 國際 地方 数据 數據 返回 关闭 關閉
    """.split()
)
"""Entries that many menus have."""
