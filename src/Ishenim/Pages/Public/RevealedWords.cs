using Ishenim.Core.Appeals.Revealing;

namespace Ishenim.Pages.Public;

/// <summary>What a revealing word is called.</summary>
internal static class RevealedWords
{
    public static string Key(Revealed by) => by switch
    {
        Revealed.Phone => "write.reveal.phone",
        Revealed.Email => "write.reveal.email",
        Revealed.Name => "write.reveal.name",
        Revealed.SchoolClass => "write.reveal.class",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };
}
