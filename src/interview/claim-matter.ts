import type { Claim } from '../schemas/resume.ts';

/** A measure is something that one arrives at; so is a number beside a word of change. */
const MEASURE = /%|percent|prozent|\dx\b|\d\s?times\b/iu;
const CHANGE =
  /\b(?:cut(?:ting)?|reduc\p{L}+|lower\p{L}*|decreas\p{L}+|shr[aiu]nk\p{L}*|halv\p{L}+|fell|dropp\p{L}+|sav(?:e|ed|ing)|increas\p{L}+|rais\p{L}+|rose|gr[eo]w\p{L}*|doubl\p{L}+|tripl\p{L}+|boost\p{L}*|improv\p{L}+|accelerat\p{L}+|sped|speed\p{L}*|scal(?:ed|ing)|earn\p{L}*|generat(?:ed|ing)|from \S+ to \S*\d)/iu;

/** Whether a claim gives a number as what came of the work: "34%", "from 900 to 150 ms". The size of a team and the name of a device are none. */
export function givesResult({ numbers, text }: Pick<Claim, 'numbers' | 'text'>): boolean {
  return numbers.some((number) => MEASURE.test(number)) || (numbers.length > 0 && CHANGE.test(text));
}

/** Fields of work, which nobody chooses in place of another. */
const FIELDS =
  /^(?!google |spring |adobe )(?:(?:\p{L}+ )*(?:testing|design|management|development|engineering|analysis|analytics|research|science|security|learning|architecture|modell?ing|processing|vision|marketing|networking|operations|planning|support|administration|accounting|teaching|sales|programming|service)|agile|scrum|kanban|devops|statistics|leadership|mentoring|communication|databases?|cloud|web|mobile|data|frontend|backend|full[- ]stack)$/iu;

/** Names that everybody uses and nobody chooses: nothing can be learnt from asking about them by name. */
const EVERYDAY = new Set(
  (
    'SQL|NoSQL|Apache|Git|GitHub|GitLab|Bitbucket|SVN|CVS|HTML|CSS|REST|APIs|SOAP|Web Services|JSON|XML|YAML|HTTP|Linux|Unix|Windows|macOS|Ubuntu|Excel|Microsoft Office|Microsoft Word|PowerPoint|Outlook|MS Project|Google Sheets|G Suite|' +
    'Jira|Confluence|Trello|Slack|Notion|Asana|Visual Studio|VS Code|Eclipse|IntelliJ IDEA|SDLC|Waterfall|Lean|OOP|Data Structures|Algorithms|DBMS|RDBMS|Databases|CI/CD|ETL|UML|Markdown|LaTeX|Code Review|Project Management|' +
    'English|German|French|Spanish|Training|Research|Scalability|Monitoring|Logging|Stored Procedures|AJAX|Web Accessibility|UX Design|UI Design|UI/UX|KPI|ERP|CRM|SEO|MVC|SOLID|Design Patterns|Unit Testing|QA'
  ).split('|'),
);

/** What somebody took in place of another of its kind: frameworks, databases, queues, cloud services and the like. */
const CHOSEN = new Set(
  (
    'React|Angular|AngularJS|Vue.js|Svelte|SvelteKit|Next.js|Nuxt.js|Gatsby|Remix|Preact|Ember.js|Backbone.js|jQuery|Redux|MobX|Vuex|Pinia|Zustand|RxJS|D3.js|Electron|Meteor|Tailwind CSS|Bootstrap|Sass|Material UI|Styled Components|Webpack|Vite|Rollup|Parcel|' +
    'Node.js|Deno|Bun|Express|NestJS|Fastify|Koa|Hapi|Strapi|Sequelize|Prisma|TypeORM|Mongoose|tRPC|React Native|Flutter|Ionic|Xamarin|Kotlin Multiplatform|SwiftUI|Jetpack Compose|Expo|Realm|Firebase|Supabase|' +
    'Django|Flask|FastAPI|Tornado|SQLAlchemy|Celery|Scrapy|Streamlit|Spring|Spring Boot|Hibernate|Quarkus|Micronaut|Vert.x|Akka|Play Framework|Struts|Grails|Vaadin|GWT|Gin|Echo|Actix|Axum|Tokio|Qt|Unity|Unreal Engine|' +
    'Ruby on Rails|Sinatra|Sidekiq|Laravel|Symfony|CodeIgniter|CakePHP|Blazor|Entity Framework|Phoenix|WordPress|Drupal|Magento|Shopify|MySQL|PostgreSQL|SQLite|MariaDB|MS SQL|Oracle|DB2|MongoDB|Redis|Cassandra|DynamoDB|CouchDB|Couchbase|Neo4j|' +
    'Elasticsearch|Solr|Memcached|InfluxDB|HBase|CockroachDB|TimescaleDB|Snowflake|BigQuery|Redshift|Databricks|Aurora|Firestore|Kafka|Kafka Streams|RabbitMQ|ActiveMQ|ZeroMQ|NATS|Pulsar|SQS|SNS|Kinesis|gRPC|GraphQL|Thrift|Microservices|Event Sourcing|CQRS|' +
    'Serverless|AWS|Azure|GCP|EC2|S3|Lambda|ECS|EKS|GKE|AKS|Fargate|Heroku|DigitalOcean|Netlify|Vercel|Cloud Run|Azure Functions|OpenShift|OpenStack|Docker|Docker Swarm|Kubernetes|Helm|Nomad|Jenkins|GitHub Actions|GitLab CI|CircleCI|Travis CI|TeamCity|' +
    'Azure DevOps|ArgoCD|Spinnaker|Terraform|Pulumi|Ansible|Puppet|Chef|SaltStack|CloudFormation|Bazel|Istio|Envoy|Linkerd|Consul|Prometheus|Grafana|Datadog|New Relic|ELK|OpenTelemetry|Splunk|Sentry|Jest|Cypress|Selenium|Playwright|Puppeteer|Appium|pytest|' +
    'Keycloak|Okta|TensorFlow|PyTorch|Keras|scikit-learn|XGBoost|LightGBM|spaCy|LangChain|MLflow|Kubeflow|Spark|Hadoop|Hive|Flink|Storm|Airflow|Beam|dbt|Luigi|Dagster|Prefect|NiFi|Informatica|Talend|Tableau|Power BI|Looker|QlikView|MQTT|WebSockets|WebRTC|Rust|Go|Kotlin|TypeScript|Scala|Elixir'
  ).split('|'),
);

/** The first skill of a claim that one may choose, or have to learn: a language, a product, a technique. */
export function toolIn({ skills }: Pick<Claim, 'skills'>): string | undefined {
  return skills.find((skill) => CHOSEN.has(skill)) ?? skills.find((skill) => !FIELDS.test(skill) && !EVERYDAY.has(skill));
}

/** Whether a developer chose its tool among others of its kind. */
export function hasAlternatives(claim: Pick<Claim, 'skills'>): boolean {
  return CHOSEN.has(toolIn(claim) ?? '');
}

/** "Moved from X to Y", "off X", "replaced X": the first tool that is named may be the one that was given up. */
const MOVE =
  /\b(?:replac\p{L}*|decommission\p{L}*|retir(?:ed|ing)|phas(?:ed|ing) out)\b|\b(?:moves?|moved|moving|migrat\p{L}*|switch(?:ed|ing)?|port(?:ed|ing)?|transition(?:ed|ing)?|shift(?:ed|ing)?|transform(?:ed|ing)?|upgrad(?:e|ed|ing)|break(?:ing)? up|split(?:ting)?|refactor(?:ed|ing)|rewr\p{L}+|rebuil[dt](?:ing)?)\b.*\b(?:to|from|off|onto|into|away)\b/iu;

/** Whether the work was to leave something for something else. */
export function tellsOfMove({ text }: Pick<Claim, 'text'>): boolean {
  return MOVE.test(text);
}

/** Taking part, being there, what every day brings: words that say what was there and nothing that was done. */
const ATTENDED =
  /\b(?:participat\p{L}*|attend\p{L}*|involve\p{L}*|tak(?:e|en|ing) part|took part|join(?:ed|ing)?|responsible|conduct\p{L}*|part of|regular\p{L}*|interact\p{L}*|communicat\p{L}*)\b.*\b(?:stand[- ]?ups?|meetings?|ceremon\p{L}+|scrums?|calls|discussions?|retrospectives?|status reports?|time ?sheets?|e-?mails?)\b/iu;
const EVERY_DAY = /^(?:\p{L}+ ){0,3}?(?:daily|day[- ]to[- ]day|routine|assigned|other|various) (?:\p{L}+ )?(?:tasks?|activit\p{L}+|duties|work|operations|responsibilities|jobs)\b[^,;]{0,30}$/iu;
const PAPERWORK = /^(?:was |were |am |also )?(?:responsible for|involved in|worked on|helped with|assist(?:ed|ing) (?:in|with)|prepar(?:ed|ing)|maintain(?:ed|ing)|writing|wrote)(?: the| all| project| technical| test)* (?:documentation|documents?|paperwork|minutes|status reports?|time ?sheets?)\b[^,;]{0,30}$/iu;

/** Whether a claim says only that somebody was there: stand-ups, daily tasks, "responsible for documentation". */
export function isRoutine({ text, numbers }: Pick<Claim, 'text' | 'numbers'>): boolean {
  if (numbers.length > 0 || text.split(/\s+/u).length > 16) return false;
  const line = text.trim().replace(/[.;]+$/u, '');
  return ATTENDED.test(line) || EVERY_DAY.test(line) || PAPERWORK.test(line);
}
