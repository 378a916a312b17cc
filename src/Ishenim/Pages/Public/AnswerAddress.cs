using Ishenim.Settings;

namespace Ishenim.Pages.Public;

/// <summary>The address of the school's <c>/answer</c>, as a writer notes it down; never with a code in it.</summary>
public sealed class AnswerAddress(ServerSettings settings)
{
    public string For(HttpRequest request)
    {
        var site = settings.PublicUrl is { } known ? known.GetLeftPart(UriPartial.Authority) : $"{request.Scheme}://{request.Host}";
        return $"{site}{request.PathBase}/answer";
    }
}
