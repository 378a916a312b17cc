using Ishenim.Settings;

namespace Ishenim.Mail;

internal static class MailModule
{
    /// <summary>Sends what waits in the outbox.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton<Outbox>().AddSingleton<NoticeTexts>();
        if (settings.Smtp is { } smtp)
            services.AddSingleton(new MailServer(smtp));
        return services.AddHostedService<OutboxService>();
    }
}
