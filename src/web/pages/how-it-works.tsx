export default function Stub() { return <div className="wrap"><h1>how-it-works</h1></div> }
