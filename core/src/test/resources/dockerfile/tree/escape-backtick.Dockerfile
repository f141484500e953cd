# escape=`
FROM mcr.microsoft.com/windows/nanoserver
WORKDIR C:\Program Files\App\
RUN dir C:\ `
    && echo done
COPY a.txt C:\dest\
COPY ["a b.txt", "C:\\dest\\"]
ENV P=C:\a\b Q="C:\c d" R=a` b
COPY --chown=`$x c:\\a b
