using System.Web;
using AngleSharp.Html.Dom;

namespace Ishenim.Testing;

/// <summary>What an authenticator app does with the page that shows a new secret.</summary>
public static class Authenticator
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The secret of the page's link to the app.</summary>
    public static byte[] SecretOn(IHtmlDocument page) => SecretIn(page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!);

    /// <summary>The secret of an <c>otpauth:</c> address.</summary>
    public static byte[] SecretIn(string address)
    {
        var text = HttpUtility.ParseQueryString(new Uri(address).Query)["secret"]!;
        var bits = string.Concat(text.Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
    }
}
