using System;
using System.Diagnostics;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Tests.Policies;

/// <summary>What a purpose text is taken for: the published examples, look-alikes, and texts as real guidelines have them.</summary>
[TestClass]
public sealed class PurposeReadingTest
{
    private static readonly PurposeLexicon Lexicon = PurposeLexicon.Load();

    [TestMethod]
    // Published as purposes that are sent back, and their like
    [DataRow("111", "Location", PurposeVerdict.Filler)]
    [DataRow("AAA", "Location", PurposeVerdict.Filler)]
    [DataRow("!@#¥", "Location", PurposeVerdict.Filler)]
    [DataRow("不清楚", "Location", PurposeVerdict.Filler)]
    [DataRow("不知道。", "Location", PurposeVerdict.Filler)]
    [DataRow("用于测试", "Location", PurposeVerdict.Filler)]
    [DataRow("TODO", "Location", PurposeVerdict.Filler)]
    [DataRow("TODO：补用途", "Location", PurposeVerdict.Filler)]
    [DataRow("xxx", "Location", PurposeVerdict.Filler)]
    [DataRow("XX小程序的功能", "Location", PurposeVerdict.Filler)]
    [DataRow("fek", "Location", PurposeVerdict.Filler)]
    [DataRow("qwerty", "Location", PurposeVerdict.Filler)]
    [DataRow("dsa asd", "Location", PurposeVerdict.TooShort, DisplayName = "two words that are none")]
    [DataRow("哈哈哈哈", "Location", PurposeVerdict.Filler)]
    [DataRow("【请填写用途】", "Location", PurposeVerdict.Filler)]
    [DataRow("{{purpose}}", "Location", PurposeVerdict.Filler)]
    [DataRow("I don't know", "Location", PurposeVerdict.Filler)]
    [DataRow("为了收集信息而收集信息", "Location", PurposeVerdict.Circular)]
    [DataRow("获取用户信息", "Location", PurposeVerdict.Circular)]
    [DataRow("收集您的个人信息。", "Location", PurposeVerdict.Circular)]
    [DataRow("collect user information", "Location", PurposeVerdict.Circular)]
    [DataRow("使用", "Location", PurposeVerdict.TooShort)]
    [DataRow("开发", "Location", PurposeVerdict.TooShort)]
    [DataRow("登录", "PhoneNumber", PurposeVerdict.TooShort)]
    [DataRow("用于发货", "Address", PurposeVerdict.TooShort)]
    [DataRow("login", "PhoneNumber", PurposeVerdict.TooShort)]
    [DataRow("for login", "PhoneNumber", PurposeVerdict.TooShort)]
    [DataRow("暂未使用", "Location", PurposeVerdict.NotUsed)]
    [DataRow("不收集", "Location", PurposeVerdict.NotUsed)]
    [DataRow("暂不使用该接口", "Location", PurposeVerdict.NotUsed)]
    [DataRow("不获取信息", "Location", PurposeVerdict.NotUsed)]
    [DataRow("本小程序未收集用户的位置信息", "Location", PurposeVerdict.Fine, DisplayName = "a denial in other words is not claimed to be one")]
    [DataRow("目前没有用到这个功能", "Location", PurposeVerdict.NotUsed)]
    [DataRow("功能暂未开放", "Location", PurposeVerdict.NotUsed)]
    [DataRow("not used", "Location", PurposeVerdict.NotUsed)]
    [DataRow("We do not collect any personal information", "Location", PurposeVerdict.NotUsed)]
    [DataRow("手机号码", "PhoneNumber", PurposeVerdict.Label)]
    [DataRow("获取位置信息", "Location", PurposeVerdict.Label)]
    [DataRow("定位", "Location", PurposeVerdict.Label)]
    [DataRow("打开麦克风", "Record", PurposeVerdict.Label)]
    [DataRow("获取您的照片", "Album", PurposeVerdict.Label)]
    [DataRow("获取相册（仅写入）权限", "AlbumWriteOnly", PurposeVerdict.Label)]
    [DataRow("用户信息（微信昵称、头像）", "UserInfo", PurposeVerdict.Label)]
    [DataRow("位置信息", "Address", PurposeVerdict.Label, DisplayName = "another kind's label is one as well")]
    [DataRow("用于获取用户的设备信息", "DeviceInfo", PurposeVerdict.Label)]
    [DataRow("Get your location", "Location", PurposeVerdict.Label)]
    [DataRow("phone number", "PhoneNumber", PurposeVerdict.Label)]
    [DataRow("\\u67e5\\u627e\\u95e8\\u5e97", "Location", PurposeVerdict.Broken)]
    [DataRow("查找\uFFFD\uFFFD门店", "Location", PurposeVerdict.Broken)]
    [DataRow("????????", "Location", PurposeVerdict.Garbled)]
    [DataRow("é™„è¿‘", "Location", PurposeVerdict.TooShort, DisplayName = "mojibake with characters of another code page is not recognised")]
    [DataRow("æ\u009F¥æ\u0089¾é\u0099\u0084è¿\u0091é\u0097¨åº\u0097", "Location", PurposeVerdict.Garbled)]
    [DataRow("锟斤拷锟斤拷", "Location", PurposeVerdict.Garbled)]
    [DataRow("查找门店&amp;显示距离", "Location", PurposeVerdict.Garbled)]
    [DataRow("獲取具體位置資訊", "Location", PurposeVerdict.Label)]
    [DataRow("蒐集使用者的手機號碼", "PhoneNumber", PurposeVerdict.Label)]
    [DataRow("開啟麥克風", "Record", PurposeVerdict.Label)]
    [DataRow("測試", "Location", PurposeVerdict.Filler)]
    [DataRow("請填寫用途", "Location", PurposeVerdict.Filler)]
    [DataRow("暫未使用該接口", "Location", PurposeVerdict.NotUsed)]
    [DataRow("為了收集信息而收集信息", "UserInfo", PurposeVerdict.Circular)]
    [DataRow("獲取具体位置信息", "Location", PurposeVerdict.Label, DisplayName = "characters of both kinds")]
    // Purposes, and what only looks like one of the above
    [DataRow("查找附近的門市並顯示距離", "Location", PurposeVerdict.Fine)]
    [DataRow("測試耳機的麥克風是否正常", "Record", PurposeVerdict.Fine)]
    [DataRow("獲取保存平台客服熱線", "Contact", PurposeVerdict.Fine)]
    [DataRow("具体说明见订单页", "EXOrderInfo", PurposeVerdict.Fine)]
    [DataRow("查找你附近的门店并显示距离", "Location", PurposeVerdict.Fine)]
    [DataRow("登录账号并接收订单通知", "PhoneNumber", PurposeVerdict.Fine)]
    [DataRow("填写收货地址以便配送商品", "Address", PurposeVerdict.Fine)]
    [DataRow("保存分享海报到手机相册", "AlbumWriteOnly", PurposeVerdict.Fine)]
    [DataRow("连接蓝牙门锁并开锁", "BlueTooth", PurposeVerdict.Fine)]
    [DataRow("展示每日步数排行", "RunData", PurposeVerdict.Fine)]
    [DataRow("把客服号码添加到通讯录", "Contact", PurposeVerdict.Fine)]
    [DataRow("复制订单号和优惠码", "Clipboard", PurposeVerdict.Fine)]
    [DataRow("心音听诊", "Record", PurposeVerdict.Short)]
    [DataRow("用于在个人中心展示头像和昵称", "UserInfo", PurposeVerdict.Fine)]
    [DataRow("Show stores near you and the distance to them", "Location", PurposeVerdict.Fine)]
    [DataRow("Find nearby stores", "Location", PurposeVerdict.Fine)]
    [DataRow("仅在扫码时拍照，不保存照片", "Camera", PurposeVerdict.Fine, DisplayName = "a limit behind a purpose is no denial")]
    [DataRow("不使用时自动断开手环", "BlueTooth", PurposeVerdict.Fine)]
    [DataRow("记录待填写的问卷地址", "Location", PurposeVerdict.Fine)]
    [DataRow("预约占位并提醒入场", "PhoneNumber", PurposeVerdict.Fine)]
    [DataRow("管理你的 TODO 清单", "Clipboard", PurposeVerdict.Fine)]
    [DataRow("测试耳机的麦克风是否正常", "Record", PurposeVerdict.Fine)]
    [DataRow("无障碍语音导航", "Record", PurposeVerdict.Fine)]
    [DataRow("收集旧衣并预约上门", "Address", PurposeVerdict.Fine)]
    [DataRow("获取位置信息以便查找附近门店", "Location", PurposeVerdict.Fine)]
    [DataRow("3D 全景看房", "Gyroscope", PurposeVerdict.Short)]
    [DataRow("使用相机扫描条码", "Camera", PurposeVerdict.Fine)]
    [DataRow("选择文件并打印", "MessageFile", PurposeVerdict.Fine)]
    [DataRow("WiFi 打印机配网", "BlueTooth", PurposeVerdict.Fine)]
    [DataRow("展示用户发布的评论和帖子", "会员等级", PurposeVerdict.Fine, DisplayName = "a key of one's own")]
    public void A_text_is_taken_for_what_it_is(string text, string key, PurposeVerdict expected) => Assert.AreEqual(expected, Read(text, key).Verdict);

    [TestMethod]
    [DataRow("用于在个人中心展示头像", "在个人中心展示头像", true)]
    [DataRow("为了：登录账号", "登录账号", true)]
    [DataRow("用於在個人中心展示頭像", "在个人中心展示头像", true)]
    [DataRow("你的位置信息将用于查找附近的门店", "查找附近的门店", false)]
    [DataRow("To show stores near you", "show stores near you", false)]
    [DataRow("tour guide for visitors", "tour guide for visitors", false)]
    [DataRow("为了不起的设计投票", "不起的设计投票", true, DisplayName = "the price of not cutting words: a message only")]
    [DataRow("查找用于维修的门店", "查找用于维修的门店", false)]
    public void An_opening_is_what_the_client_writes_itself(string text, string rest, bool hasOpening) =>
        Assert.AreEqual((rest, hasOpening), (Read(text).WithoutOpening, Read(text).HasOpening));

    [TestMethod]
    [DataRow("为了更好的服务", true)]
    [DataRow("提升用户体验", true)]
    [DataRow("优化程序", true)]
    [DataRow("保障你正常使用网络服务", true)]
    [DataRow("为了提供服务需要获取您的位置信息", true)]
    [DataRow("你的蓝牙将用于小程序前端功能逻辑实现", true)]
    [DataRow("保障你正常使用我們的服務,維護我們服務的正常運行", true)]
    [DataRow("提升使用者體驗", true)]
    [DataRow("提供商品訂單發貨服務", false)]
    [DataRow("improve user experience", true)]
    [DataRow("To provide you with better services", true)]
    [DataRow("优化手机端页面展示", false)]
    [DataRow("提供商品评价服务", false)]
    [DataRow("提供更好的导航路线", false)]
    [DataRow("用户运动数据排行", false)]
    [DataRow("improve the route to the store", false)]
    public void Blanket_purposes_could_stand_for_any_kind(string text, bool expected) => Assert.AreEqual(expected, Read(text).IsBlanket);

    [TestMethod]
    [DataRow("必须同意授权，否则无法使用小程序", true)]
    [DataRow("必須同意授權，否則無法使用小程序", true)]
    [DataRow("不授权将无法使用本小程序", true)]
    [DataRow("You must agree to use the app", true)]
    [DataRow("拒绝后仍可手动选择城市", false)]
    [DataRow("蓝牙断开后无法使用门锁时提醒你", false)]
    [DataRow("必须戴头盔的路段提醒", false)]
    public void Forced_consent_is_recognised(string text, bool expected) => Assert.AreEqual(expected, Read(text).ForcesConsent);

    [TestMethod]
    [DataRow("向你推送优惠活动广告", true)]
    [DataRow("用于精准营销", true)]
    [DataRow("向你推送優惠活動廣告", true)]
    [DataRow("領取優惠券並核銷", false)]
    [DataRow("活动推广", true)]
    [DataRow("Send you promotions and newsletters", true)]
    [DataRow("领取优惠券并核销", false)]
    [DataRow("保存推广海报到相册", false)]
    [DataRow("复制优惠码", false)]
    [DataRow("推送订单提醒", false)]
    [DataRow("查找门店，不用于广告", false)]
    public void Marketing_is_recognised(string text, bool expected) => Assert.AreEqual(expected, Read(text).MarketingWord is not null);

    [TestMethod]
    [DataRow("用于登录、支付等", true)]
    [DataRow("查找门店及其他用途", true)]
    [DataRow("log in, pay, etc.", true)]
    [DataRow("提供扫码、售后等功能", false)]
    [DataRow("展示会员等级", false)]
    [DataRow("等待叫号时提醒你", false)]
    public void Open_ends_are_recognised(string text, bool expected) => Assert.AreEqual(expected, Read(text).IsOpenEnded);

    [TestMethod]
    [DataRow("我们将收集你的位置用于导航", true)]
    [DataRow("查找附近的门店。", true)]
    [DataRow("你的昵称将用于排行榜展示", true)]
    [DataRow("查找附近的门店", false)]
    [DataRow("log in, pay etc.", false)]
    public void Sentences_are_recognised(string text, bool expected) => Assert.AreEqual(expected, Read(text).IsSentence);

    [TestMethod]
    [DataRow("AlbumWriteOnly", "上传头像图片", true)]
    [DataRow("Contact", "读取好友手机号", true)]
    [DataRow("AlbumWriteOnly", "保存图片或者上传图片", false)]
    [DataRow("AlbumWriteOnly", "保存海报到相册", false)]
    [DataRow("Album", "上传头像图片", false)]
    [DataRow("CalendarWriteOnly", "预约后在日历中提醒你", false)]
    [DataRow("Contact", "Upload your contacts to find friends", true)]
    public void Kinds_that_only_write_do_not_read(string key, string text, bool expected) => Assert.AreEqual(expected, Read(text, key).ReadsInsteadOfWriting);

    [TestMethod]
    [DataRow("Invoice", "上传报告单图片", "上传")]
    [DataRow("Address", "定位到附近的城市", "附近")]
    [DataRow("Invoice", "上傳報告單圖片", "上傳", DisplayName = "quoted as it was written")]
    [DataRow("Invoice", "上传发票抬头", null)]
    [DataRow("Location", "查找附近的门店", null)]
    [DataRow("EXOrderInfo", "上传头像", null)]
    [DataRow("会员等级", "上传头像", null)]
    public void Words_of_another_kind_are_found(string key, string text, string? expected) => Assert.AreEqual(expected, Read(text, key).ForeignWord);

    [TestMethod]
    [DataRow("Location", "为您提供优质的本地生活内容", "PhoneNumber", "为您提供优质的本地生活内容", true)]
    [DataRow("Location", "为了提供会员服务需要获取您的位置信息", "UserInfo", "为了提供会员服务需要获取您的昵称头像", true)]
    [DataRow("UserInfo", "展示头像", "Album", "展示照片", false)]
    [DataRow("Location", "查找附近的门店", "PhoneNumber", "登录账号并接收通知", false)]
    public void The_same_reason_is_seen_through_the_labels(string key, string text, string otherKey, string otherText, bool expected) =>
        Assert.AreEqual(expected, Read(text, key).SharesReasonWith(Read(otherText, otherKey)));

    [TestMethod]
    public void The_lexicon_speaks_of_official_kinds_only()
    {
        var official = PrivacyCatalogue.Load().Kinds.Select(kind => kind.Key).ToArray();
        CollectionAssert.AreEquivalent(official, Lexicon.Kinds.Select(kind => kind.Key).ToArray());
        Assert.IsEmpty(Lexicon.Related.SelectMany(group => group).Concat(Lexicon.WriteOnly).Except(official).ToArray());
    }

    [TestMethod]
    public void The_platforms_own_labels_and_sentences_are_labels()
    {
        foreach (var kind in PrivacyCatalogue.Load().Kinds)
        {
            Assert.AreEqual(PurposeVerdict.Label, Read(kind.Label, kind.Key).Verdict, kind.Label);
            Assert.AreEqual(PurposeVerdict.Label, Read(kind.Sentence, kind.Key).Verdict, kind.Sentence);
        }
    }

    [TestMethod]
    public void Every_pattern_compiles()
    {
        foreach (var name in Lexicon.PatternNames)
            Lexicon.Pattern(name).IsMatch("x");
        Lexicon.SentenceOpening.IsMatch("x");
    }

    // Bound: each pattern has its time-out and the text its length, so that whatever stands there ends soon.
    [TestMethod]
    [DataRow("不")]
    [DataRow("获取")]
    [DataRow("为了")]
    [DataRow("你的")]
    [DataRow("a ")]
    [DataRow("xx_")]
    [DataRow("收集您的")]
    [DataRow("\uD83D")]
    public void Hostile_texts_end_soon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        var reading = Read(text, "AlbumWriteOnly");
        _ = (reading.IsBlanket, reading.ForcesConsent, reading.IsOpenEnded, reading.IsSentence, reading.MarketingWord, reading.ReadsInsteadOfWriting, reading.Company);
        Assert.IsLessThan(TimeSpan.FromSeconds(5), watch.Elapsed);
    }

    private static PurposeReading Read(string text, string key = "Location") => PurposeReading.Read(text, key, Lexicon);
}
