using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;

namespace Ishenim.Pages.Desk.Appeals;

internal static class AppealsModule
{
    /// <summary>What the desk needs to read and answer letters.</summary>
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services
        .AddSingleton<AppealDesk>()
        .AddSingleton<AppealReading>().AddSingleton<AppealConsidering>().AddSingleton<AppealAnswering>()
        .AddSingleton<AppealIdentity>().AddSingleton<AppealAccess>().AddSingleton<AppealFiles>()
        .AddSingleton<Extending>().AddSingleton<WriterAsking>().AddSingleton<Measuring>().AddSingleton<Ending>().AddSingleton<Reopening>()
        .AddSingleton<Register>().AddSingleton<AppealToday>().AddSingleton<AppealHistory>()
        .AddSingleton<JournalBrowsing>()
        .AddHttpContextAccessor()
        .AddScoped<DeskView>().AddScoped<TodayNotices>();
}
