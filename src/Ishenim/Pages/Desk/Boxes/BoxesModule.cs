using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Boxes;
using Ishenim.Core.Slips;
using Ishenim.Pages.Desk.Openings;
using Ishenim.Pages.Desk.Paper;
using Ishenim.Pages.Public.Forms;

namespace Ishenim.Pages.Desk.Boxes;

internal static class BoxesModule
{
    /// <summary>Boxes, their keys and openings, the reminders of these, and the letters on paper.</summary>
    public static IServiceCollection AddBoxes(this IServiceCollection services) => services
        .AddSingleton<BoxKeeping>().AddSingleton<KeyCustodies>().AddSingleton<OpeningSchedule>().AddSingleton<Core.Boxes.Openings>()
        .AddSingleton<PaperLetters>().AddSingleton<Transcribing>().AddSingleton<NoticeBoard>().AddSingleton<SlipMaking>()
        .AddScoped<OpeningPapers>().AddScoped<PaperView>().AddSingleton<Once<Registered>>()
        .AddHostedService<OpeningReminding>();
}
