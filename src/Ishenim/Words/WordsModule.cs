using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Ishenim.Words;

public static class WordsModule
{
    /// <summary>
    /// The words, read at once so that a fault in them stops the start, and <see cref="Say"/> per request in the language
    /// that request localization chose.
    /// </summary>
    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddSingleton(WordBook.Embedded(typeof(WordsModule).Assembly));
        services.AddScoped(provider => provider.GetRequiredService<WordBook>().In(Current()));
        // Otherwise each Cyrillic letter of a page is written as "&#x43A;": eight bytes for two.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    private static string Current() =>
        CultureInfo.CurrentUICulture.Name.Split('-')[0] is var name && WordBook.Languages.Contains(name) ? name : WordBook.Languages[0];
}
