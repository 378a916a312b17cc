using System.Net;

namespace Ishenim.Tests.Fire;

/// <summary>Sends the first half of every body and the other one when it is told to.</summary>
internal sealed class HalfSent() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>How many bodies are halfway.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void GoOn() => _goOn.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Content = new Body(this, request.Content!, await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    private sealed class Body : HttpContent
    {
        private readonly HalfSent _sender;
        private readonly byte[] _bytes;

        public Body(HalfSent sender, HttpContent content, byte[] bytes)
        {
            (_sender, _bytes) = (sender, bytes);
            Headers.ContentType = content.Headers.ContentType;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length / 2));
            await stream.FlushAsync();
            Interlocked.Increment(ref _sender._waiting);
            await _sender._goOn.Task;
            await stream.WriteAsync(_bytes.AsMemory(_bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
