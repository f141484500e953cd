﻿FROM alpine
﻿RUN c
RUN ﻿c <<﻿A
﻿A
A
