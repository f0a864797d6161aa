export default function Page() {
  return <main>the shop's own application</main>;
}
