const https = require('node:https');

const { TARGET, METHOD, INTERVAL } = process.env;

function ping() {
  const started = Date.now();
  console.log(`Pinging: ${TARGET}; method: ${METHOD}`);
  https
    .request({ host: TARGET, method: METHOD }, (response) => {
      response.resume();
      console.log(`Answer: ${response.statusCode} in ${Date.now() - started} ms`);
    })
    .on('error', (error) => console.error(`No answer: ${error.message}`))
    .end();
}

ping();
setInterval(ping, Number(INTERVAL));
